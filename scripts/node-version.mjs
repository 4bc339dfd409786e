// Runs on any Node that knows modules, so that an old one is told so in words. Imported first.

const wanted = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
  const least = wanted.join('.');
  console.error(
    `帮扶需要 Node.js ${least} 或更新的版本，本机是 ${process.versions.node}。请升级 Node.js 后重试。\n` +
      `Bangfu needs Node.js ${least} or later; this is ${process.versions.node}. Upgrade Node.js and try again.`,
  );
  process.exit(1);
}
