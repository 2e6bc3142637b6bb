/// A temperature that can be read in three scales.
struct Temperature: Comparable {
    let kelvin: Double

    init?(kelvin: Double) {
        guard kelvin >= 0 else { return nil }
        self.kelvin = kelvin
    }

    init?(celsius: Double) {
        self.init(kelvin: celsius + 273.15)
    }

    init?(fahrenheit: Double) {
        self.init(celsius: (fahrenheit - 32) * 5 / 9)
    }

    var celsius: Double { kelvin - 273.15 }
    var fahrenheit: Double { celsius * 9 / 5 + 32 }

    static func < (left: Temperature, right: Temperature) -> Bool {
        left.kelvin < right.kelvin
    }
}
