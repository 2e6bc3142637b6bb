import Testing

@testable import ModularPower

@Suite struct ModularMathTests {
    @Test func reduces_negative_values() {
        #expect(ModularField(modulus: 7).reduced(-1) == 6)
    }

    @Test func powers() {
        #expect(ModularField(modulus: 1000).power(2, 10) == 24)
    }

    @Test func inverse() {
        #expect(ModularField(modulus: 11).inverse(of: 3) == 4)
    }

    @Test func zero_has_no_inverse() {
        #expect(ModularField(modulus: 11).inverse(of: 22) == nil)
    }
}
