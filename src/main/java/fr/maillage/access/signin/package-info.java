/** The pages by which one gets in: sign-in, first account, invitation, sign-up, forgotten password, own account. */
@NullMarked
package fr.maillage.access.signin;

import org.jspecify.annotations.NullMarked;
