import Testing

@testable import AccountDirectory

@Suite struct AccountDirectoryTests {
    @Test func finds_an_account() throws {
        var directory = AccountDirectory()
        try directory.register("anna")
        #expect(directory.account(named: "anna")?.displayName == "anna")
    }

    @Test func names_do_not_depend_on_case() throws {
        var directory = AccountDirectory()
        try directory.register("Anna")
        #expect(directory.account(named: "ANNA")?.displayName == "Anna")
    }

    @Test func a_name_is_taken_in_every_case() throws {
        var directory = AccountDirectory()
        try directory.register("Anna")
        #expect(throws: DirectoryError.nameTaken("aNNa")) { try directory.register("aNNa") }
    }

    @Test func refuses_bad_names() {
        var directory = AccountDirectory()
        #expect(throws: DirectoryError.invalidName("a b")) { try directory.register("a b") }
        #expect(throws: DirectoryError.invalidName("ab")) { try directory.register("ab") }
    }

    @Test func aliases() throws {
        var directory = AccountDirectory()
        try directory.register("bob_7")
        try directory.addAlias("Bobby", to: "BOB_7")
        #expect(directory.account(named: "bob_7")?.aliases == ["Bobby"])
    }
}
