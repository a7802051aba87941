package okno.notification.device.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import okno.notification.device.DeviceQueries;
import okno.notification.device.PushServices;
import okno.notification.device.RegisterDevice;
import okno.notification.device.RemoveDevice;
import okno.notification.device.VapidKey;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's browsers that we may push to. */
@RestController
@RequestMapping("/api/v1/devices")
@PreAuthorize("denyAll()")
class DeviceController {

    private final DeviceQueries devices;
    private final RegisterDevice registerDevice;
    private final RemoveDevice removeDevice;
    private final PushServices services;
    private final VapidKey key;

    DeviceController(
            DeviceQueries devices,
            RegisterDevice registerDevice,
            RemoveDevice removeDevice,
            PushServices services,
            VapidKey key) {
        this.devices = devices;
        this.registerDevice = registerDevice;
        this.removeDevice = removeDevice;
        this.services = services;
        this.key = key;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    DevicesResponse list(Caller caller) {
        return new DevicesResponse(
                devices.listed(caller.id()), key.applicationServerKey().orElse(null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('person')")
    DeviceCreated register(@Valid @RequestBody DeviceRequest request, Caller caller) {
        if (key.applicationServerKey().isEmpty()) {
            throw new Problem(ProblemKind.UNAVAILABLE, "push_unavailable");
        }
        Base64.Decoder base64 = Base64.getUrlDecoder();
        return new DeviceCreated(registerDevice.handle(new RegisterDevice.Command(
                Objects.requireNonNullElse(request.name(), ""),
                endpoint(request.endpoint()),
                base64.decode(request.keys().p256dh()),
                base64.decode(request.keys().auth()),
                caller)));
    }

    private URI endpoint(String text) {
        try {
            URI endpoint = URI.create(text);
            if (services.known(endpoint)) {
                return endpoint;
            }
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("/endpoint", "push_service_unknown");
        }
        throw Problem.invalid("/endpoint", "push_service_unknown");
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('person')")
    void remove(@PathVariable UUID id, Caller caller) {
        removeDevice.handle(new RemoveDevice.Command(id, caller));
    }
}
