package okno.bench.population;

import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Who applies, and for what. */
final class Chosen {

    /** The lower, the more of all applications are made by the busiest people. */
    private static final double EVENNESS = 1.5;

    private final Population population;
    private final List<Service> ofPeople;
    private final List<Service> ofCompanies;

    Chosen(Population population, List<Service> services) {
        this.population = population;
        ofPeople = services.stream()
                .filter(service -> service.kinds().contains("PERSON"))
                .toList();
        ofCompanies = services.stream()
                .filter(service -> service.kinds().contains("ORG"))
                .toList();
    }

    /** A person, for themselves or for a company. */
    record Applicant(Person person, @Nullable Company company) {

        String key() {
            return company == null ? "person:" + person.id() : "org:" + company.id();
        }
    }

    /** A tenth of all for the large company, a twentieth for the others, some people far more often than most. */
    Applicant applicant(SplittableRandom random) {
        int place = random.nextInt(100);
        if (place < 15) {
            int company = place < 10 ? Company.LARGE : 1 + random.nextInt(population.companies() - 1);
            int person = (company * Company.STAFF + random.nextInt(Company.STAFF)) % population.people();
            return new Applicant(Person.of(Population.SEED, person), Company.of(Population.SEED, company));
        }
        int person = (int) (population.people() * Math.pow(random.nextDouble(), EVENNESS));
        return new Applicant(Person.of(Population.SEED, person), null);
    }

    Service service(Applicant applicant, SplittableRandom random) {
        List<Service> services = applicant.company() == null ? ofPeople : ofCompanies;
        int left = random.nextInt(services.stream().mapToInt(Service::weight).sum());
        for (Service service : services) {
            left -= service.weight();
            if (left < 0) {
                return service;
            }
        }
        throw new IllegalStateException("weights do not add up");
    }
}
