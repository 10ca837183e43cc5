/**
 * The themes that tests look at, in the words of VS Code 1.139: the name in settings, the label in the theme picker,
 * the class of the window, and the class of a webview's body.
 */
export const themes = {
  dark: { name: 'Dark 2026', label: 'Dark 2026', windowClass: 'vs-dark', bodyClass: 'vscode-dark' },
  light: { name: 'Light 2026', label: 'Light 2026', windowClass: 'vs', bodyClass: 'vscode-light' },
  highContrast: {
    name: 'Default High Contrast',
    label: 'Dark High Contrast',
    windowClass: 'hc-black',
    bodyClass: 'vscode-high-contrast',
  },
  highContrastLight: {
    name: 'Default High Contrast Light',
    label: 'Light High Contrast',
    windowClass: 'hc-light',
    bodyClass: 'vscode-high-contrast-light',
  },
} as const;

export type Theme = keyof typeof themes;
export const themeNames = Object.keys(themes) as Theme[];
