package okno.registry.invented;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import okno.platform.core.number.Inn;
import okno.platform.core.number.Ogrn;
import okno.registry.record.domain.RegisterRecord;
import okno.registry.record.domain.RegisterRecord.Head;
import okno.registry.record.domain.RegisterRecord.LegalEntity;
import okno.registry.record.domain.RegisterRecord.PersonName;
import okno.registry.record.domain.RegisterRecord.SoleTrader;
import okno.registry.record.domain.RegisterRecord.Status;

/**
 * Companies and people that do not exist, the same ones on every machine; all their numbers pass their checks. Two of
 * three are companies. The first company is the one that the demo's head leads.
 */
final class InventedRecords {

    private static final long SEED = 20_261_122;
    private static final LocalDate EARLIEST = LocalDate.of(2005, 1, 11);

    private static final List<String> NAMES = List.of(
            "Берёза",
            "Восход",
            "Горизонт",
            "Дубрава",
            "Енисей",
            "Заря",
            "Исток",
            "Кедр",
            "Лазурит",
            "Маяк",
            "Нева",
            "Орион",
            "Парус",
            "Радуга",
            "Север",
            "Тайга",
            "Урал",
            "Факел",
            "Хрусталь",
            "Янтарь");
    private static final List<String> TRADES =
            List.of("Строй", "Торг", "Транс", "Агро", "Мед", "Проект", "Сервис", "Логистика", "Текстиль", "Энерго");
    private static final List<String> LAST = List.of(
            "Белов",
            "Волков",
            "Громов",
            "Дроздов",
            "Ежов",
            "Жуков",
            "Зимин",
            "Комаров",
            "Лосев",
            "Медведев",
            "Носов",
            "Орлов",
            "Павлов",
            "Рябов",
            "Соколов",
            "Титов",
            "Уваров",
            "Фомин",
            "Чайкин",
            "Яковлев");
    private static final List<String> FIRST =
            List.of("Алексей", "Борис", "Виктор", "Глеб", "Денис", "Егор", "Захар", "Игорь", "Кирилл", "Леонид");
    private static final List<String> MIDDLE = List.of(
            "Антонович", "Борисович", "Вадимович", "Григорьевич", "Данилович", "Евгеньевич", "Ильич", "Львович");
    private static final List<String> REGIONS = List.of("77", "78", "50", "16", "52", "54", "63", "66", "74", "23");
    private static final List<String> ACTIVITIES =
            List.of("62.01", "47.11", "41.20", "49.41", "01.11", "86.21", "71.12", "56.10", "14.13", "35.11");

    private final Random random = new Random(SEED);

    List<RegisterRecord> make(int count) {
        List<RegisterRecord> made = new ArrayList<>(count);
        made.add(demoCompany());
        for (int i = 1; i < count; i++) {
            made.add(i % 3 == 0 ? soleTrader(i) : company(i));
        }
        return made;
    }

    private static LegalEntity demoCompany() {
        String ogrn = Ogrn.complete("102770000001").value();
        return new LegalEntity(
                ogrn,
                Inn.complete("770100001").value(),
                "770101001",
                "Общество с ограниченной ответственностью «Ромашка»",
                "ООО «Ромашка»",
                Status.ACTIVE,
                LocalDate.of(2002, 10, 14),
                "77",
                "62.01",
                1_000_000,
                new Head(
                        new PersonName("Сидоров", "Андрей", "Николаевич"),
                        Inn.complete("7701000003").value(),
                        "Генеральный директор"),
                ogrn);
    }

    private LegalEntity company(int i) {
        String region = pick(REGIONS);
        LocalDate registered = day();
        String name = pick(NAMES) + pick(TRADES) + "-" + i;
        String ogrn = Ogrn.complete("1%02d%s%07d".formatted(registered.getYear() % 100, region, i))
                .value();
        return new LegalEntity(
                ogrn,
                Inn.complete(region + "%07d".formatted(2_000_000 + i)).value(),
                region + "0101001",
                "Общество с ограниченной ответственностью «" + name + "»",
                "ООО «" + name + "»",
                status(),
                registered,
                region,
                pick(ACTIVITIES),
                1_000_000L * (1 + random.nextInt(50)),
                new Head(person(), personInn(region, i), "Директор"),
                ogrn);
    }

    private SoleTrader soleTrader(int i) {
        String region = pick(REGIONS);
        LocalDate registered = day();
        String ogrnip = Ogrn.complete("3%02d%s%09d".formatted(registered.getYear() % 100, region, 100_000_000 + i))
                .value();
        return new SoleTrader(
                ogrnip,
                personInn(region, 5_000_000 + i),
                person(),
                status(),
                registered,
                region,
                pick(ACTIVITIES),
                ogrnip);
    }

    private String personInn(String region, int i) {
        return Inn.complete(region + "%08d".formatted(20_000_000 + i)).value();
    }

    private PersonName person() {
        return new PersonName(pick(LAST), pick(FIRST), pick(MIDDLE));
    }

    private Status status() {
        int percent = random.nextInt(100);
        if (percent < 88) {
            return Status.ACTIVE;
        }
        return percent < 92 ? Status.LIQUIDATING : Status.LIQUIDATED;
    }

    private LocalDate day() {
        return EARLIEST.plusDays(random.nextInt(7_500));
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
