package okno.bench.population;

import java.util.SplittableRandom;
import java.util.UUID;
import okno.platform.core.number.Inn;
import okno.platform.core.number.Ogrn;

/** One of the invented companies; number 0 is the one with a tenth of all applications. */
public record Company(UUID id, String name, String inn, String ogrn, String kpp) {

    /** The one with many applications. */
    public static final int LARGE = 0;

    /** People who act for a company have numbers next to each other, from its number times this. */
    static final int STAFF = 40;

    /** The company with this number; the seed says of which population. */
    public static Company of(long seed, int number) {
        var random = new SplittableRandom(seed * 7_000_003 + number);
        String office = "%02d%02d".formatted(10 + random.nextInt(70), 1 + random.nextInt(40));
        return new Company(
                Person.id(seed + 1, number),
                "ООО «%s-%d»".formatted(Person.one(random, Words.COMPANIES), number),
                Inn.complete(office + "%05d".formatted(random.nextInt(100_000))).value(),
                Ogrn.complete("1%02d%s%07d"
                                .formatted(2 + random.nextInt(23), office.substring(0, 2), random.nextInt(10_000_000)))
                        .value(),
                office + "01001");
    }
}
