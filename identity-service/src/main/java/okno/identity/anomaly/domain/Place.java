package okno.identity.anomaly.domain;

import org.jspecify.annotations.Nullable;

/**
 * Where a network is, as the address table or a trusted proxy says.
 *
 * @param country ISO 3166-1 alpha-2
 * @param latitude null with {@code longitude} when only the country is known
 */
public record Place(
        String country, @Nullable Double latitude, @Nullable Double longitude) {

    private static final double EARTH_RADIUS_KM = 6371;

    public static Place somewhereIn(String country) {
        return new Place(country, null, null);
    }

    /** Along the surface, by the haversine formula; 0 when it is not known of both where they are: nobody is accused. */
    public double kilometresTo(Place other) {
        if (latitude == null || longitude == null || other.latitude == null || other.longitude == null) {
            return 0;
        }
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double half = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
