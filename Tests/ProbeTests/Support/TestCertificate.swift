import NIOCore
import NIOSSL

/// A certificate for 127.0.0.1 that nobody has signed; good for a hundred years, and for nothing but tests.
enum TestCertificate {
    static func parsed() throws -> NIOSSLCertificate {
        try NIOSSLCertificate(bytes: Array(certificate.utf8), format: .pem)
    }

    static func secure(_ channel: any Channel) throws {
        let configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: [.certificate(try parsed())],
            privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem)))
        let handler = NIOSSLServerHandler(context: try NIOSSLContext(configuration: configuration))
        try channel.pipeline.syncOperations.addHandler(handler)
    }

    private static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBnzCCAUSgAwIBAgIUawiYpz3Px2QqvSMUaWsAXh7lPRQwCgYIKoZIzj0EAwIw
        GzEZMBcGA1UEAwwQaGVhbGluZy1sYWItdGVzdDAgFw0yNjExMjExMDA1MTlaGA8y
        MTI2MTAyODEwMDUxOVowGzEZMBcGA1UEAwwQaGVhbGluZy1sYWItdGVzdDBZMBMG
        ByqGSM49AgEGCCqGSM49AwEHA0IABBn0yMFIRqcdpjyApRpSBRB4H+GgW+JF75g4
        7vXY/zPUGoSqJu7Y0NajzOlnDLQuzBeX2ezP02i+F7mFip1HCVmjZDBiMB0GA1Ud
        DgQWBBS5zwoSPmbMBF2xYBaWvY3voS9iMjAfBgNVHSMEGDAWgBS5zwoSPmbMBF2x
        YBaWvY3voS9iMjAPBgNVHRMBAf8EBTADAQH/MA8GA1UdEQQIMAaHBH8AAAEwCgYI
        KoZIzj0EAwIDSQAwRgIhAMIJog66uHaDSiQbzJzAYKuTMtw5PMXVY3C7gS/wKc1R
        AiEA5mFLcXRHUYD7Qjv+vW1Eel7sL+KgbVwtM0I3uPSZbpY=
        -----END CERTIFICATE-----
        """

    private static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg4GmAEya40P72Pazj
        8uDwIXzwwhY+YL0gEFtzJqumQ/uhRANCAAQZ9MjBSEanHaY8gKUaUgUQeB/hoFvi
        Re+YOO712P8z1BqEqibu2NDWo8zpZwy0LswXl9nsz9Novhe5hYqdRwlZ
        -----END PRIVATE KEY-----
        """
}
