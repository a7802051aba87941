/**
 * The registers of insured persons (СФР) and of passports (МВД), which others keep: this service asks and compares, and
 * stores nothing of them. {@link okno.registry.civil.CheckPerson} for our services, {@link okno.registry.civil.CheckPassport}
 * for anybody who was shown a passport.
 */
@NullMarked
package okno.registry.civil;

import org.jspecify.annotations.NullMarked;
