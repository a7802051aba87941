/** Powers of attorney between citizens (Civil Code art. 185-189): {@link okno.org.power.GrantPower writes} one, {@link okno.org.power.SignPower signs} it, {@link okno.org.power.EndPower} takes it back or refuses it; {@link okno.org.power.SettlePowers} finds the representative and lets it run out. */
@NullMarked
package okno.org.power;

import org.jspecify.annotations.NullMarked;
