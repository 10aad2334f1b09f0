// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/networkhop.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace sightglass {

namespace {

struct Meaning
{
    std::string_view said; ///< in lower case
    std::string_view meant;
};

constexpr std::string_view wantsCertificate =
    "the server wants a client certificate (cert_file and key_file of tls_config)";
constexpr std::string_view refusesCertificate =
    "the server does not accept the client certificate (cert_file of tls_config)";
constexpr std::string_view noCommonVersion =
    "the server speaks none of the TLS versions that we do (min_version and max_version of tls_config; "
    "without them 1.2 and 1.3)";
constexpr std::string_view noTls = "the server does not speak TLS on this port: is it http instead of https?";
constexpr std::string_view otherKey =
    "the client key does not belong to the client certificate (key_file and cert_file of tls_config)";

constexpr std::array meanings = {
    Meaning{"certificate required", wantsCertificate},
    Meaning{"peer did not return a certificate", wantsCertificate},
    Meaning{"alert bad certificate", refusesCertificate},
    Meaning{"alert unknown ca", refusesCertificate},
    Meaning{"alert certificate expired", refusesCertificate},
    Meaning{"alert certificate unknown", refusesCertificate},
    Meaning{"alert protocol version", noCommonVersion},
    Meaning{"unsupported protocol", noCommonVersion},
    Meaning{"no protocols available", noCommonVersion},
    Meaning{"wrong version number", noTls},
    Meaning{"does not certify public key", otherKey},
    Meaning{"key values mismatch", otherKey},
};

/// Whether the text goes on behind the host.
bool hasHostWithin(ErrorCode code)
{
    static constexpr std::array codes = {
        ErrorCode::TlsFailed,          ErrorCode::CertificateSelfSigned,  ErrorCode::CertificateUntrusted,
        ErrorCode::CertificateExpired, ErrorCode::CertificateNotYetValid, ErrorCode::CertificateRevoked};
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool endsWithHost(ErrorCode code)
{
    return code == ErrorCode::ConnectionRefused || code == ErrorCode::HostNotFound ||
           code == ErrorCode::CertificateWrongHost || code == ErrorCode::NetworkFailed;
}

} // namespace

Error atHop(Error error, std::string_view hop)
{
    if (error.code == ErrorCode::ConnectionClosed)
        return {ErrorCode::NetworkFailed,
                {formatMessage(messageTemplate(error.code), error.arguments) + ", " + std::string(hop)},
                {},
                {}};
    const bool within = hasHostWithin(error.code);
    if (!error.arguments.empty() && (within || endsWithHost(error.code)))
        error.arguments.front() += ", " + std::string(hop) + (within ? "," : "");
    return error;
}

std::string plainTls(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto meaning = std::find_if(meanings.begin(), meanings.end(), [&lower](const Meaning &each) {
        return lower.find(each.said) != std::string::npos;
    });
    return meaning == meanings.end() ? std::string(text)
                                     : std::string(meaning->meant) + " – " + std::string(text);
}

} // namespace sightglass
