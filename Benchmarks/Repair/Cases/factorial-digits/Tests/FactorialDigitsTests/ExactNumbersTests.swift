import Testing

@testable import FactorialDigits

@Suite struct ExactNumbersTests {
    @Test func small_factorials() {
        #expect(ExactNumbers.factorial(0) == "1")
        #expect(ExactNumbers.factorial(10) == "3628800")
    }

    @Test func large_factorials() {
        #expect(ExactNumbers.factorial(25) == "15511210043330985984000000")
    }

    @Test func small_powers() {
        #expect(ExactNumbers.power(3, 4) == "81")
    }

    @Test func large_powers() {
        #expect(ExactNumbers.power(2, 100) == "1267650600228229401496703205376")
    }
}
