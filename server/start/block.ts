import type { Config } from '../config.ts';
import type { Demonstration } from './demonstration.ts';

/** What a person who has just started the product needs to see, and nothing else. */
export function startBlock(config: Config, demonstration?: Demonstration, setupLink?: string): string {
  const lines = ['', `Stegvis is running at ${config.baseUrl}`];
  if (setupLink) lines.push('', 'Nobody can sign in yet. Make the first administrator here:', `  ${setupLink}`);
  if (demonstration) {
    lines.push('', 'Demonstration accounts (invented people, for trying out):');
    for (const { role, email, password } of demonstration.accounts)
      lines.push(`  ${role.padEnd(14)} ${email.padEnd(28)} ${password}`);
    lines.push('', 'Unused links to answer by:');
    for (const { survey, link } of demonstration.links) lines.push(`  ${survey.padEnd(14)} ${link}`);
  }
  return [...lines, ''].join('\n');
}
