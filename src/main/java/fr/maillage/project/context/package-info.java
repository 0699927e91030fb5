/**
 * The context of the projet de santé: partners, information of everybody, posts, tools, projet régional de santé,
 * communication, history, evaluation. Each kind of fact is a register: a record, a table, a form.
 */
@NamedInterface("context")
@NullMarked
package fr.maillage.project.context;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
