package okno.identity.person.web;

import okno.identity.person.domain.Ial;
import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonId;
import okno.platform.core.number.Inn;
import okno.platform.core.number.Snils;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** A person to what the two readers may see. */
@Mapper
interface PersonWebMapper {

    @Mapping(target = "lastName", source = "name.last")
    @Mapping(target = "firstName", source = "name.first")
    @Mapping(target = "middleName", source = "name.middle")
    @Mapping(target = "phone", source = "contacts.phone")
    @Mapping(target = "phoneConfirmed", source = "contacts.phoneConfirmed")
    @Mapping(target = "email", source = "contacts.email")
    @Mapping(target = "address", source = "contacts.address")
    ProfileResponse toProfile(Person person);

    @Mapping(target = "lastName", source = "name.last")
    @Mapping(target = "firstName", source = "name.first")
    @Mapping(target = "middleName", source = "name.middle")
    @Mapping(target = "phone", source = "contacts.phone")
    @Mapping(target = "email", source = "contacts.email")
    @Mapping(target = "address", source = "contacts.address")
    PersonResponse toPerson(Person person);

    default String text(PersonId id) {
        return id.toString();
    }

    default String text(Ial ial) {
        return ial.word();
    }

    default String text(Snils snils) {
        return snils.value();
    }

    default @Nullable String text(@Nullable Inn inn) {
        return inn == null ? null : inn.value();
    }
}
