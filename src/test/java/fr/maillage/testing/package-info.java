/** What the tests of every module share: one running program, an empty database, a clock one can move. */
package fr.maillage.testing;
