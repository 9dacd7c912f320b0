package ru.sosedi.network;

import ru.sosedi.shared.RefusedException;

/**
 * A point on the map, in degrees (WGS 84).
 */
public record Coordinates(double latitude, double longitude) {

	private static final double EARTH_RADIUS_KM = 6371.0088;

	public Coordinates {
		if (!(latitude >= -90 && latitude <= 90)) {
			throw new RefusedException("latitude", "network.library.latitude.range");
		}
		if (!(longitude >= -180 && longitude <= 180)) {
			throw new RefusedException("longitude", "network.library.longitude.range");
		}
	}

	/** The distance in kilometres over the surface of the Earth (haversine). */
	public double kilometresTo(Coordinates other) {
		double phi = Math.toRadians(this.latitude);
		double otherPhi = Math.toRadians(other.latitude);
		double a = Math.pow(Math.sin((otherPhi - phi) / 2), 2) + Math.cos(phi) * Math.cos(otherPhi)
				* Math.pow(Math.sin(Math.toRadians(other.longitude - this.longitude) / 2), 2);
		return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
	}

}
