/**
 * User settings for an embedded VS Code: nothing that greets, nags, updates, phones home or opens by itself;
 * everything else stays as VS Code has it.
 */
export const calmSettings = {
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoUpdate': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.agentsControl.enabled': false,
  'chat.titleBar.signIn.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
};

/** What tests add: one look for all, and no work that is not asked for. */
export const testSettings = {
  ...calmSettings,
  'workbench.colorTheme': 'Dark 2026',
  // Settings open as an ordinary editor, whose tab a test can wait for.
  'workbench.editor.useModal': 'off',
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'git.enabled': false,
};

/** For the server of a test: no extension gallery, so that nothing looks for one on the network. */
export const testEnvironment = { EXTENSIONS_GALLERY: '{}' };
