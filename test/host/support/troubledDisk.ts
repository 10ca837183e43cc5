import * as vscode from 'vscode';

type Trouble = 'none' | 'full' | 'forbidden' | 'unreadable';

/** A disk in memory that can be full, forbidden or unreadable, and tells what is done to it. */
export class TroubledDisk implements vscode.FileSystemProvider, vscode.Disposable {
  private static count = 0;
  private readonly files = new Map<string, Uint8Array>();
  private readonly folders = new Set(['/']);
  private readonly registration: vscode.Disposable;
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  readonly root: vscode.Uri;
  trouble: Trouble = 'none';
  /** Called before anything is done; may take its time. */
  before: (what: 'read' | 'list' | 'write' | 'rename' | 'delete', path: string) => Promise<void> | void = () => {};

  constructor(options: { readOnly?: boolean } = {}) {
    const scheme = `troubled-disk-${++TroubledDisk.count}`;
    this.root = vscode.Uri.from({ scheme, path: '/' });
    this.registration = vscode.workspace.registerFileSystemProvider(scheme, this, {
      isCaseSensitive: true,
      isReadonly: options.readOnly ?? false,
    });
  }

  /** Puts a file on the disk, whatever trouble it is in. */
  put(path: string, text: string): void {
    this.makeFolders(path.slice(0, path.lastIndexOf('/')));
    this.files.set(path, new TextEncoder().encode(text));
  }

  get paths(): string[] {
    return [...this.files.keys()].toSorted();
  }

  text(path: string): string {
    return new TextDecoder().decode(this.files.get(path));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.files.get(uri.path);
    if (file) return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: file.length };
    if (this.folders.has(trimmed(uri.path))) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    await this.before('list', uri.path);
    this.refuseReading(uri);
    if (!this.folders.has(trimmed(uri.path))) throw vscode.FileSystemError.FileNotFound(uri);
    const prefix = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    const inside = (path: string): boolean => path.startsWith(prefix) && path.length > prefix.length && !path.slice(prefix.length).includes('/');
    const name = (path: string): string => path.slice(prefix.length);
    return [
      ...[...this.files.keys()].filter(inside).map((path): [string, vscode.FileType] => [name(path), vscode.FileType.File]),
      ...[...this.folders].filter(inside).map((path): [string, vscode.FileType] => [name(path), vscode.FileType.Directory]),
    ];
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    await this.before('read', uri.path);
    this.refuseReading(uri);
    const file = this.files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    await this.before('write', uri.path);
    this.refuseWriting(uri);
    this.files.set(uri.path, content);
  }

  async rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    await this.before('rename', from.path);
    this.refuseWriting(to);
    const file = this.files.get(from.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(from);
    this.files.delete(from.path);
    this.files.set(to.path, file);
  }

  async delete(uri: vscode.Uri): Promise<void> {
    await this.before('delete', uri.path);
    this.refuseWriting(uri);
    if (!this.files.delete(uri.path) && !this.folders.delete(trimmed(uri.path))) throw vscode.FileSystemError.FileNotFound(uri);
  }

  createDirectory(uri: vscode.Uri): void {
    this.refuseWriting(uri);
    this.makeFolders(uri.path);
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }

  private makeFolders(path: string): void {
    const parts = trimmed(path).split('/');
    for (let length = 2; length <= parts.length; length++) this.folders.add(parts.slice(0, length).join('/'));
  }

  private refuseReading(uri: vscode.Uri): void {
    if (this.trouble === 'unreadable') throw vscode.FileSystemError.NoPermissions(uri);
  }

  private refuseWriting(uri: vscode.Uri): void {
    if (this.trouble === 'full') throw new Error('ENOSPC: no space left on device, write');
    if (this.trouble === 'forbidden') throw vscode.FileSystemError.NoPermissions(uri);
  }
}

function trimmed(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
