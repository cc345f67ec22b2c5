import { execFileSync } from 'node:child_process';

export async function build({ corpus, folder, timed }) {
  await timed(() =>
    execFileSync(process.env.SONGPHUONG, ['index', corpus, '-o', folder], { stdio: ['ignore', 'ignore', 'inherit'] }),
  );
}
