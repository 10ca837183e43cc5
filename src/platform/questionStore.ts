import * as vscode from 'vscode';
import type { CompiledExercise } from '../core/exercises/compiledExercise';
import { Library } from '../core/questions/library';
import type { Pack } from '../core/questions/pack';
import { formatProblem, type Problem } from '../core/questions/problem';
import type { PackContents } from '../core/questions/readPack';
import { type QuestionBody, type QuestionRef, type QuestionSummary } from '../core/questions/question';
import { QuestionSearch } from '../core/questions/search';
import type { StoredTextIndex, TextIndex } from '../core/questions/textIndex';
import { listFiles, readJson, readText, reasonOf } from './files';
import type { Log } from './log';
import { onDidChangeSetting, setting } from './settings';

/** A pack that the user added, with where its questions lie. */
interface AddedPack {
  readonly pack: Pack;
  readonly root: vscode.Uri;
  readonly files: ReadonlyMap<string, string>;
  readonly text: TextIndex;
}

/**
 * All questions there are: the built-in packs, compiled at build time, and folders that the user added.
 * Nothing is read before someone asks, and bodies only when shown.
 */
export class QuestionStore implements vscode.Disposable {
  private loading: Promise<Library> | undefined;
  private loaded: Library | undefined;
  private searching: Promise<QuestionSearch> | undefined;
  /** Counts reloads, so that what was begun before one is not taken for what came after it. */
  private generation = 0;
  private added: readonly AddedPack[] = [];
  private diagnostics: vscode.DiagnosticCollection | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];

  /** Fires when packs were added, removed or read again. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
  ) {
    this.subscriptions = [
      onDidChangeSetting('interviewDrills.packs', () => this.reload()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.reload()),
    ];
  }

  /** The library, if it was read already. */
  get current(): Library | undefined {
    return this.loaded;
  }

  /** The library; read on first use. Rejects when the built-in questions cannot be read. */
  library(): Promise<Library> {
    if (!this.loading) {
      const loading = this.load();
      this.loading = loading;
      loading.catch(() => {
        if (this.loading === loading) this.loading = undefined;
      });
    }
    return this.loading;
  }

  /** Forgets what was read; the next user reads it afresh. */
  reload(): void {
    this.generation++;
    this.loading = undefined;
    this.loaded = undefined;
    this.searching = undefined;
    this.diagnostics?.clear();
    this.changed.fire();
  }

  /** A question's rendered text. Rejects when its file is gone or unreadable. */
  async body(ref: QuestionRef): Promise<QuestionBody> {
    const added = this.addedPack(ref.packId);
    if (!added) return this.readBuiltIn(ref.packId, `${ref.id}.json`);
    const file = added.files.get(ref.id)!;
    const [{ renderFile }, text] = await Promise.all([
      import('./packReader'),
      readText(vscode.Uri.joinPath(added.root, file)),
    ]);
    const body = renderFile(text, file, ref.packId);
    if (!body) {
      throw new Error(vscode.l10n.t('{0} is no question any more; the Problems panel says why.', file));
    }
    return body;
  }

  /** The file that a question of an added pack was read from; undefined for built-in ones. */
  fileOf(ref: QuestionRef): vscode.Uri | undefined {
    const added = this.addedPack(ref.packId);
    const file = added?.files.get(ref.id);
    return added && file !== undefined ? vscode.Uri.joinPath(added.root, file) : undefined;
  }

  /** The exercise of a practical question; only built-in packs have compiled ones so far. */
  async exercise(question: QuestionSummary): Promise<CompiledExercise | undefined> {
    if (question.exercise === undefined || this.addedPack(question.packId)) return undefined;
    return this.readBuiltIn(question.packId, 'exercises', `${question.exercise}.json`);
  }

  /** Search over everything, texts included; built on first use. */
  async search(): Promise<QuestionSearch> {
    const library = await this.library();
    if (library !== this.loaded) return this.search();
    if (!this.searching) {
      const searching = this.buildSearch(library);
      this.searching = searching;
      searching.catch(() => {
        if (this.searching === searching) this.searching = undefined;
      });
    }
    return this.searching;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.diagnostics?.dispose();
    this.changed.dispose();
  }

  private get builtIn(): vscode.Uri {
    return vscode.Uri.joinPath(this.extensionUri, 'dist', 'content');
  }

  private addedPack(packId: string): AddedPack | undefined {
    return this.added.find(({ pack }) => pack.id === packId);
  }

  private async load(): Promise<Library> {
    const { generation } = this;
    const { packs } = await this.readBuiltIn<{ packs: Pack[] }>('index.json');
    const taken = new Set(packs.map(({ id }) => id));
    const added: AddedPack[] = [];
    for (const folder of packFolders()) {
      const contents = await this.readAdded(folder, generation).catch((error: unknown) => {
        if (generation !== this.generation) return undefined;
        this.log.error(`Cannot read the pack folder ${folder.toString()}`, error);
        void vscode.window.showErrorMessage(
          vscode.l10n.t(
            "The pack folder {0} cannot be read: {1}. Mend or remove it in the setting 'interviewDrills.packs'.",
            folder.fsPath,
            reasonOf(error),
          ),
        );
        return undefined;
      });
      if (generation !== this.generation) break;
      if (!contents) continue;
      if (taken.has(contents.pack.id)) {
        void vscode.window.showErrorMessage(
          vscode.l10n.t(
            "The pack in {0} has the id '{1}', which another pack has already. Change 'id' in its pack.yaml.",
            folder.fsPath,
            contents.pack.id,
          ),
        );
        continue;
      }
      taken.add(contents.pack.id);
      added.push(contents);
    }
    // Packs were changed meanwhile: whoever waits wants what there is now.
    if (generation !== this.generation) return this.library();
    this.added = added;
    this.loaded = new Library([...packs, ...added.map(({ pack }) => pack)]);
    this.log.info(`${this.loaded.questions.length} questions in ${this.loaded.packs.length} packs`);
    return this.loaded;
  }

  /** Reads a file that the build made. */
  private async readBuiltIn<T>(...path: string[]): Promise<T> {
    const uri = vscode.Uri.joinPath(this.builtIn, ...path);
    try {
      return await readJson<T>(uri);
    } catch (error) {
      this.log.error(`Cannot read ${uri.toString()}`, error);
      throw new Error(
        vscode.l10n.t('{0} of the built-in questions cannot be read: {1}. Install the extension again.', path.join('/'), reasonOf(error)),
        { cause: error },
      );
    }
  }

  private async readAdded(root: vscode.Uri, generation: number): Promise<AddedPack | undefined> {
    await vscode.workspace.fs.stat(root);
    const { readPack, buildTextIndex } = await import('./packReader');
    const contents = await readPack(
      {
        list: () => listFiles(root, 3),
        read: (path) => readText(vscode.Uri.joinPath(root, ...path.split('/'))),
      },
      () => new Promise((resolve) => setTimeout(resolve, 0)),
    );
    if (generation === this.generation) this.report(root, contents);
    const { pack, files } = contents;
    if (!pack) return undefined;
    return {
      pack,
      root,
      files: new Map(files.map(({ question, file }) => [question.id, file])),
      text: buildTextIndex(
        files.map(({ question }) => [question.prompt, ...question.sections.map(({ markdown }) => markdown)].join('\n')),
      ),
    };
  }

  /** Shows what is wrong with a pack in the Problems panel, and once in a message. */
  private report(root: vscode.Uri, { problems }: PackContents): void {
    if (problems.length === 0) return;
    this.diagnostics ??= vscode.languages.createDiagnosticCollection('interview-drills');
    const byFile = new Map<string, Problem[]>();
    for (const problem of problems) {
      this.log.warn(`${root.toString()}/${formatProblem(problem)}`);
      byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problem]);
    }
    for (const [file, list] of byFile) {
      this.diagnostics.set(vscode.Uri.joinPath(root, file), list.map(toDiagnostic));
    }
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors.length === 0) return;
    const showProblems = vscode.l10n.t('Show Problems');
    void vscode.window
      .showWarningMessage(
        errors.length === 1
          ? vscode.l10n.t('A problem in the pack {0}: {1}', root.fsPath, formatProblem(errors[0]!))
          : vscode.l10n.t('{0} problems in the pack {1}, the first: {2}', errors.length, root.fsPath, formatProblem(errors[0]!)),
        showProblems,
      )
      .then((chosen) => {
        if (chosen === showProblems) void vscode.commands.executeCommand('workbench.actions.view.problems');
      });
  }

  private async buildSearch(library: Library): Promise<QuestionSearch> {
    // Document numbers of an index count in the order of its pack, which the library may have sorted anew.
    const order: QuestionSummary[] = [];
    const text: { index: TextIndex | StoredTextIndex; offset: number }[] = [];
    for (const pack of library.packs) {
      const added = this.addedPack(pack.id);
      const index = added?.text ?? (await this.readBuiltIn<StoredTextIndex>(pack.id, 'text.json'));
      text.push({ index, offset: order.length });
      order.push(...pack.questions.map((question) => library.find(question) ?? question));
    }
    return new QuestionSearch(order, text);
  }
}

function toDiagnostic({ line, column, message, mend, severity }: Problem): vscode.Diagnostic {
  const start = new vscode.Position(line - 1, column - 1);
  const diagnostic = new vscode.Diagnostic(
    new vscode.Range(start, start.translate(0, 200)),
    `${message} ${mend}`,
    severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning,
  );
  diagnostic.source = 'Interview Drills';
  return diagnostic;
}

/** The folders of the setting: addresses, absolute paths, or paths in a folder of the workspace. */
function packFolders(): vscode.Uri[] {
  return setting('interviewDrills.packs').flatMap((entry) => {
    const path = entry.trim();
    if (path === '') return [];
    // At least two letters: `c:/` is a drive. One slash: not every file system has an authority.
    if (/^[a-z][a-z0-9+.-]+:\//i.test(path)) return [vscode.Uri.parse(path)];
    if (path.startsWith('/') || /^[a-z]:[\\/]/i.test(path) || path.startsWith('\\\\')) return [vscode.Uri.file(path)];
    const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
    return workspace ? [vscode.Uri.joinPath(workspace, path)] : [];
  });
}

