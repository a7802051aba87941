package okno.application.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import okno.application.catalogue.AccountKeys;
import okno.platform.core.number.BankAccount;
import okno.platform.core.number.Inn;
import okno.platform.core.number.InvalidNumber;
import okno.platform.core.number.Ogrn;
import okno.platform.core.number.Snils;

/** Makes up forms that fit a schema: the same ones for the same schema, different ones for each try. */
final class SampleForms {

    private static final int COMPANY_INN = 10;
    private static final int COMPANY_OGRN = 13;
    private static final int KEY_PLACE = 8;

    private final Map<String, Object> schema;
    private final Map<String, Object> pinned;
    private final LocalDate today;
    private Random random = new Random(0);

    /** {@code pinned}: values that fields must have, by their pointers. */
    SampleForms(Map<String, Object> schema, Map<String, Object> pinned, LocalDate today) {
        this.schema = schema;
        this.pinned = pinned;
        this.today = today;
    }

    /** Which fields are filled in. */
    enum Fill {
        REQUIRED,
        ALL,
        SOME
    }

    /** A form; empty when a field's pattern is beyond us. */
    Optional<Map<String, Object>> next(Fill fill, int attempt) {
        random = new Random(attempt);
        try {
            return Optional.of(object(schema, "", fill));
        } catch (SamplePattern.Unsupported e) {
            return Optional.empty();
        }
    }

    /** The form with more fields; empty when a field's pattern is beyond us. */
    Optional<Map<String, Object>> with(Map<String, Object> form, List<String> pointers) {
        try {
            return Optional.of(fuller(form, pointers));
        } catch (SamplePattern.Unsupported e) {
            return Optional.empty();
        }
    }

    private Map<String, Object> fuller(Map<String, Object> form, List<String> pointers) {
        Map<String, Object> fuller = new LinkedHashMap<>(form);
        for (String pointer : pointers) {
            String[] names = pointer.substring(1).split("/");
            Map<?, ?> node = schema;
            Map<String, Object> target = fuller;
            for (int i = 0; i < names.length; i++) {
                node = property(node, names[i]);
                if (i == names.length - 1) {
                    target.put(names[i], value(node, pointer, Fill.REQUIRED));
                } else {
                    target = copyInto(target, names[i]);
                }
            }
        }
        return fuller;
    }

    // What came as JSON has texts for names.
    @SuppressWarnings("unchecked")
    private static Map<String, Object> copyInto(Map<String, Object> target, String name) {
        Map<String, Object> copy = new LinkedHashMap<>(
                target.get(name) instanceof Map<?, ?> known ? (Map<String, Object>) known : Map.of());
        target.put(name, copy);
        return copy;
    }

    private static Map<?, ?> property(Map<?, ?> node, String name) {
        return node.get("properties") instanceof Map<?, ?> properties && properties.get(name) instanceof Map<?, ?> field
                ? field
                : Map.of();
    }

    private Map<String, Object> object(Map<?, ?> node, String pointer, Fill fill) {
        Map<String, Object> made = new LinkedHashMap<>();
        List<?> required = node.get("required") instanceof List<?> names ? names : List.of();
        if (node.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, field) -> {
                String here = pointer + "/" + name;
                boolean wanted = required.contains(name)
                        || fill == Fill.ALL
                        || isPinned(here)
                        || (fill == Fill.SOME && random.nextBoolean());
                if (wanted) {
                    made.put(String.valueOf(name), value((Map<?, ?>) field, here, fill));
                }
            });
        }
        if (AccountKeys.isAccount(node)) {
            giveKey(made);
        }
        return made;
    }

    /** Of the ten digits at the place of the key one is right. */
    private static void giveKey(Map<String, Object> made) {
        if (made.get(AccountKeys.BIC) instanceof String bic
                && made.get(AccountKeys.ACCOUNT) instanceof String account) {
            IntStream.rangeClosed(0, 9)
                    .mapToObj(key -> account.substring(0, KEY_PLACE) + key + account.substring(KEY_PLACE + 1))
                    .filter(number -> isAccount(bic, number))
                    .findFirst()
                    .ifPresent(number -> made.put(AccountKeys.ACCOUNT, number));
        }
    }

    private static boolean isAccount(String bic, String number) {
        try {
            new BankAccount(bic, number);
            return true;
        } catch (InvalidNumber wrong) {
            return false;
        }
    }

    private boolean isPinned(String pointer) {
        return pinned.keySet().stream().anyMatch(pin -> pin.equals(pointer) || pin.startsWith(pointer + "/"));
    }

    private Object value(Map<?, ?> node, String pointer, Fill fill) {
        Object pin = pinned.get(pointer);
        if (pin != null) {
            return pin;
        }
        if (node.get("const") != null) {
            return node.get("const");
        }
        if (node.get("enum") instanceof List<?> values) {
            return values.get(random.nextInt(values.size()));
        }
        return switch (String.valueOf(node.get("type"))) {
            case "object" -> object(node, pointer, fill);
            case "array" -> list(node, pointer, fill);
            case "boolean" -> random.nextBoolean();
            case "integer" -> (long) number(node, 1);
            case "number" -> number(node, 0.01);
            default -> text(node);
        };
    }

    private List<Object> list(Map<?, ?> node, String pointer, Fill fill) {
        int wanted = Math.max(1, node.get("minItems") instanceof Number min ? min.intValue() : 1);
        List<Object> made = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            made.add(value(node.get("items") instanceof Map<?, ?> items ? items : Map.of(), pointer + "/" + i, fill));
        }
        return made;
    }

    private double number(Map<?, ?> node, double step) {
        double least = node.get("minimum") instanceof Number min
                ? min.doubleValue()
                : node.get("exclusiveMinimum") instanceof Number above ? above.doubleValue() + step : 1;
        double most = node.get("maximum") instanceof Number max ? max.doubleValue() : least + 1_000;
        return switch (random.nextInt(3)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + Math.floor((most - least) / 2);
        };
    }

    private String text(Map<?, ?> node) {
        int most = node.get("maxLength") instanceof Number max ? max.intValue() : 100;
        String format = String.valueOf(node.get("format"));
        return switch (format) {
            case "date" -> date().toString();
            case "email" -> "sample@okno.example";
            case "phone" -> "+79160000001";
            case "inn" -> (most <= COMPANY_INN ? Inn.complete("770100001") : Inn.complete("7701000001")).value();
            case "ogrn" ->
                (most <= COMPANY_OGRN ? Ogrn.complete("102770000001") : Ogrn.complete("30477000000001")).value();
            case "snils" -> Snils.complete("100000001").value();
            case "kpp" -> "770101001";
            default -> free(node, most);
        };
    }

    private String free(Map<?, ?> node, int most) {
        if (node.get("pattern") instanceof String pattern) {
            return SamplePattern.of(pattern, random);
        }
        int least = node.get("minLength") instanceof Number min ? min.intValue() : 1;
        String sample = "Образец";
        return sample.repeat(least / sample.length() + 1)
                .substring(0, Math.min(most, Math.max(least, sample.length())));
    }

    /** Births, issues, yesterdays, tomorrows: the days that rules tell apart. */
    private LocalDate date() {
        return switch (random.nextInt(10)) {
            case 0 -> today;
            case 1 -> today.minusDays(1 + random.nextInt(30));
            case 2 -> today.plusDays(1 + random.nextInt(30));
            case 3 -> today.plusDays(30 + random.nextInt(300));
            case 4 -> today.minusYears(1).minusDays(random.nextInt(300));
            case 5 -> today.minusYears(3 + random.nextInt(7));
            case 6 -> today.minusYears(14 + random.nextInt(4));
            case 7 -> today.minusYears(60 + random.nextInt(40));
            default -> today.minusYears(20 + random.nextInt(35)).minusDays(random.nextInt(365));
        };
    }
}
