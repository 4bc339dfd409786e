// A rule as a tree: every clause in words with its value, what it read, and whether it decided the one
// above. Lists inside lists, so that a screen reader says the depth and the keyboard needs nothing.
import type { TreeNode } from '#contract/targeting-explain.ts';
import { useText } from '#web/text/catalogue.ts';
import { whyTexts } from './why-texts.ts';

interface Branch {
  readonly node: TreeNode;
  readonly key: string;
  readonly under: readonly Branch[];
}

export function DecisionTree({ nodes }: { readonly nodes: readonly TreeNode[] }) {
  return <Branches branches={nested(nodes)} />;
}

function Branches({ branches }: { readonly branches: readonly Branch[] }) {
  if (branches.length === 0) return null;
  return (
    <ul className="why-tree">
      {branches.map(({ node, key, under }) => (
        <li key={key} className={node.decisive ? 'decisive' : 'beside'}>
          <Node node={node} hasMore={under.length > 0} />
          <Branches branches={under} />
        </li>
      ))}
    </ul>
  );
}

function Node({ node, hasMore }: { readonly node: TreeNode; readonly hasMore: boolean }) {
  const text = useText(whyTexts);
  const { kind, words, value, values, decisive } = node;
  const isJoint = hasMore && kind !== 'criterion' && kind !== 'test';
  const verdict =
    value === null ? 'unknown' : value === true ? 'holds' : value === false ? 'fails' : undefined;
  return (
    <p title={text(decisive ? 'decisive' : 'beside')}>
      {verdict === undefined ? null : (
        <span className={`why-verdict ${verdict}`}>{text(verdict)}</span>
      )}
      <span title={node.text}>{isJoint ? text(`node_${kind}`) : text.pick(words)}</span>
      {values.length === 0 || isJoint ? null : (
        <span className="why-values">
          {values
            .map((one) => `${text.pick(one.label)} ${text.pick(one.shown)}`)
            .join(text.marks.comma)}
        </span>
      )}
    </p>
  );
}

/** From nodes in the order of reading, each with its depth, to nodes inside nodes. */
function nested(nodes: readonly TreeNode[]): readonly Branch[] {
  const branches: Branch[] = [];
  let index = 0;
  while (index < nodes.length) {
    const node = nodes[index];
    if (node === undefined) break;
    let end = index + 1;
    while (end < nodes.length && (nodes[end]?.depth ?? 0) > node.depth) end += 1;
    const under = nested(nodes.slice(index + 1, end));
    branches.push({ node, key: `${index} ${node.text}`, under });
    index = end;
  }
  return branches;
}
