/**
 * The account of one signed contract: what is agreed, due, advanced, paid and to be returned, year by year and part by part,
 * through its amendments. Pure computations over facts; the contract module keeps the facts.
 */
@NamedInterface("ledger")
@NullMarked
package fr.maillage.rules.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
