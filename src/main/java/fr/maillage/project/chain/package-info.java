/** The chain from the need to the result: the board, the matrix of its holes, the reading of one need, the vote. */
@NullMarked
package fr.maillage.project.chain;

import org.jspecify.annotations.NullMarked;
