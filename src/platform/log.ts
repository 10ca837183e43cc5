import * as vscode from 'vscode';

/** The output channel 'Interview Drills', made when there is something to say. */
export class Log implements vscode.Disposable {
  private channel: vscode.LogOutputChannel | undefined;

  private get output(): vscode.LogOutputChannel {
    this.channel ??= vscode.window.createOutputChannel('Interview Drills', { log: true });
    return this.channel;
  }

  info(message: string): void {
    this.output.info(message);
  }

  warn(message: string): void {
    this.output.warn(message);
  }

  /** Everything known about an error; the user was told one sentence elsewhere. */
  error(message: string, error: unknown): void {
    this.output.error(message, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  show(): void {
    this.output.show();
  }

  dispose(): void {
    this.channel?.dispose();
  }
}
