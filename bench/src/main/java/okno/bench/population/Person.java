package okno.bench.population;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import okno.platform.core.number.Inn;
import okno.platform.core.number.Ogrn;
import okno.platform.core.number.Snils;

/**
 * One of the invented people: always the same for the same number, so nobody has to be remembered. The check digits of the
 * numbers are right (INN, СНИЛС, ОГРНИП).
 *
 * @param ogrnip of a sole trader, whether or not this person is one
 */
public record Person(
        UUID id,
        String lastName,
        String firstName,
        String middleName,
        boolean woman,
        LocalDate birthDate,
        String region,
        String address,
        String inn,
        String snils,
        String ogrnip,
        String passportSeries,
        String passportNumber,
        String phone,
        String email) {

    private static final int REGION_SHARES =
            Words.REGIONS.stream().mapToInt(Words.Region::share).sum();

    /** The person with this number; the seed says of which population. */
    public static Person of(long seed, int number) {
        var random = new SplittableRandom(seed * 1_000_003 + number);
        boolean woman = random.nextBoolean();
        String ending = woman ? "а" : "";
        Words.Region region = region(random);
        LocalDate born = LocalDate.of(1945, 1, 1).plusDays(random.nextInt(62 * 365));
        return new Person(
                id(seed, number),
                one(random, Words.LAST_NAMES) + ending,
                one(random, woman ? Words.WOMEN : Words.MEN),
                one(random, Words.FATHERS) + (woman ? "на" : "ич"),
                woman,
                born,
                region.code(),
                "%s, ул. %s, д. %d, кв. %d"
                        .formatted(
                                region.city(),
                                one(random, Words.STREETS),
                                1 + random.nextInt(120),
                                1 + random.nextInt(300)),
                Inn.complete(region.code() + "%08d".formatted(random.nextInt(100_000_000)))
                        .value(),
                Snils.complete("%09d".formatted(100_000_000 + number)).value(),
                Ogrn.complete("3%02d%s%09d"
                                .formatted(4 + random.nextInt(22), region.code(), random.nextInt(1_000_000_000)))
                        .value(),
                "%s%02d".formatted(region.code(), 10 + random.nextInt(15)),
                "%06d".formatted(random.nextInt(1_000_000)),
                "+7900%07d".formatted(number),
                "person%d@example.test".formatted(number));
    }

    /** The number of a person of whom the id is known. */
    public static int number(UUID id) {
        return (int) id.getLeastSignificantBits();
    }

    /** A UUID of version 4 whose last bits are the number. */
    static UUID id(long seed, int number) {
        long mixed = new SplittableRandom(seed ^ ((long) number << 20)).nextLong();
        return new UUID(mixed & ~0xF000L | 0x4000L, 0x8000_0000_0000_0000L | (mixed >>> 8 & 0xFFFF) << 32 | number);
    }

    private static Words.Region region(SplittableRandom random) {
        int left = random.nextInt(REGION_SHARES);
        for (Words.Region region : Words.REGIONS) {
            left -= region.share();
            if (left < 0) {
                return region;
            }
        }
        throw new IllegalStateException("shares do not add up");
    }

    static <T> T one(SplittableRandom random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
