package okno.bench.population;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What people have filled in: of a service's fields those that can be known of a person or a company. */
final class FormText {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> FROM_PROFILE =
            List.of("lastName", "firstName", "middleName", "birthDate", "address");

    private FormText() {}

    static Map<String, Object> fields(Service service, Person person, @Nullable Company company) {
        Map<String, Object> all = new LinkedHashMap<>();
        known(person).forEach((name, value) -> put(all, service, name, value));
        if (company != null) {
            put(all, service, "ogrn", company.ogrn());
            put(all, service, "companyInn", company.inn());
            put(all, service, "kpp", company.kpp());
            put(all, service, "organisationName", company.name());
        }
        return all;
    }

    private static Map<String, Object> known(Person person) {
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("lastName", person.lastName());
        known.put("firstName", person.firstName());
        known.put("middleName", person.middleName());
        known.put("birthDate", person.birthDate().toString());
        known.put("gender", person.woman() ? "FEMALE" : "MALE");
        known.put("birthPlace", person.address().substring(0, person.address().indexOf(',')));
        known.put("snils", person.snils());
        known.put("inn", person.inn());
        known.put("ogrnip", person.ogrnip());
        known.put("passport", passport(person));
        known.put("phone", person.phone());
        known.put("email", person.email());
        known.put("address", person.address());
        known.put("region", person.region());
        known.put("delivery", "ELECTRONIC");
        known.put("cadastralNumber", person.region() + ":01:0102003:" + person.passportNumber());
        return known;
    }

    private static Map<String, Object> passport(Person person) {
        return Map.of(
                "series",
                person.passportSeries(),
                "number",
                person.passportNumber(),
                "issuedBy",
                "ГУ МВД России по региону " + person.region(),
                "issueDate",
                person.birthDate().plusYears(20).plusDays(20).toString());
    }

    private static void put(Map<String, Object> fields, Service service, String name, Object value) {
        if (service.fields().contains(name)) {
            fields.put(name, value);
        }
    }

    static String json(Map<String, Object> fields) {
        return JSON.writeValueAsString(fields);
    }

    /** Where the values came from, as the service notes it. */
    static String prefilled(Service service) {
        return JSON.writeValueAsString(FROM_PROFILE.stream()
                .filter(service.fields()::contains)
                .map(field -> Map.of("pointer", "/" + field, "source", "identity." + field))
                .toList());
    }

    /** The bytes that were submitted, in the shape of application-service's signed document. */
    static String document(UUID id, Service service, Map<String, Object> fields) {
        return JSON.writeValueAsString(new TreeMap<>(Map.of(
                "applicationId", id.toString(),
                "attachments", List.of(),
                "form", new TreeMap<>(fields),
                "serviceCode", service.code(),
                "serviceVersion", service.version())));
    }
}
