import os from 'node:os';
import path from 'node:path';

/**
 * The folder outside the clone where the embedded VS Code and browser live, shared by all clones.
 * INTERVIEW_DRILLS_CACHE moves it.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {string}
 */
export function cacheFolder(env = process.env, platform = process.platform) {
  if (env.INTERVIEW_DRILLS_CACHE) return path.resolve(env.INTERVIEW_DRILLS_CACHE);
  return path.join(systemCacheFolder(env, platform), 'interview-drills');
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
function systemCacheFolder(env, platform) {
  if (env.XDG_CACHE_HOME && path.isAbsolute(env.XDG_CACHE_HOME)) return env.XDG_CACHE_HOME;
  if (platform === 'win32' && env.LOCALAPPDATA) return env.LOCALAPPDATA;
  if (platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches');
  return path.join(os.homedir(), '.cache');
}
