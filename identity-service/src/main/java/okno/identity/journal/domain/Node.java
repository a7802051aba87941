package okno.identity.journal.domain;

/**
 * A perfect subtree, which never changes once its last leaf is there.
 *
 * @param level 0 for a leaf, n for a tree over 2^n leaves
 * @param index its place among the nodes of its level, from 0
 */
public record Node(int level, long index) {}
