/** Measures the running program; see docs/performance.md. Compiled by the Maven profile {@code bench} only. */
@NullMarked
package fr.maillage.bench;

import org.jspecify.annotations.NullMarked;
