import type { Workbench } from '../support/workbench';

/** Waits until a notification says what is wanted; in the notification centre, which shows them all. */
export async function untilNotification(workbench: Workbench, wanted: RegExp): Promise<void> {
  await workbench.runCommand('Notifications: Show Notifications');
  const messages = workbench.page.locator('.notifications-center .notification-list-item-message');
  await messages.filter({ hasText: wanted }).first().waitFor();
  await workbench.runCommand('Notifications: Hide Notifications');
}
