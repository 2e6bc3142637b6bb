import Testing

@testable import ModularPower

@Suite struct ModularMathValidation {
    @Test(arguments: [2, 7, 10, 97, 1000]) func agrees_with_repeated_multiplication(modulus: Int) {
        let field = ModularField(modulus: modulus)
        for base in [-3, 0, 1, 2, 5, 12] {
            var expected = 1
            for exponent in 0...12 {
                #expect(field.power(base, exponent) == expected)
                expected = expected * field.reduced(base) % modulus
            }
        }
    }

    @Test func large_exponents() {
        let field = ModularField(modulus: 1_000_000_007)
        #expect(field.power(2, 1_000_000_006) == 1)
        #expect(field.power(2, 31) == 2_147_483_648 % 1_000_000_007)
        #expect(field.power(5, 0) == 1)
        #expect(field.power(-5, 1) == 1_000_000_002)
        #expect(field.power(0, 5) == 0)
    }

    @Test func inverses() {
        let field = ModularField(modulus: 13)
        for value in -20...20 {
            guard let inverse = field.inverse(of: value) else {
                #expect(value % 13 == 0)
                continue
            }
            #expect(field.reduced(value) * inverse % 13 == 1)
        }
    }
}
