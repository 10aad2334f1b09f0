// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/error.h"

namespace sightglass {

std::string_view messageTemplate(ErrorCode code) noexcept
{
    switch (code) {
    case ErrorCode::ExpositionSyntax:
        return "%1";
    case ErrorCode::PromqlSyntax:
    case ErrorCode::PromqlType:
        return "parse error: %1";
    case ErrorCode::ConfigSyntax:
        return "%1";
    case ErrorCode::ConfigValue:
        return "%1";
    case ErrorCode::HttpStartLineInvalid:
        return "this is not HTTP: %1";
    case ErrorCode::HttpStartLineTooLong:
        return "the first line of the HTTP message has more than %1 bytes";
    case ErrorCode::HttpVersionUnsupported:
        return "HTTP version not supported: %1";
    case ErrorCode::HttpFieldInvalid:
        return "invalid HTTP header: %1";
    case ErrorCode::HttpHeadTooLarge:
        return "HTTP headers of more than %1 bytes";
    case ErrorCode::HttpTooManyFields:
        return "more than %1 HTTP headers";
    case ErrorCode::HttpLengthInvalid:
        return "invalid length of the HTTP body: %1";
    case ErrorCode::HttpCodingUnsupported:
        return "HTTP transfer coding not supported: %1";
    case ErrorCode::HttpChunkInvalid:
        return "invalid chunk in the HTTP body: %1";
    case ErrorCode::HttpTooManyInterimAnswers:
        return "more than %1 interim HTTP answers";
    case ErrorCode::ConnectionClosed:
        return "network error: the connection was closed before the answer was complete";
    case ErrorCode::QueryFailed:
        return "%1";
    case ErrorCode::QueryTooManySamples:
        return "query processing would load too many samples into memory in %1";
    case ErrorCode::QueryTimedOut:
        return "query timed out in %1";
    case ErrorCode::QueryCancelled:
        return "query was canceled in %1";
    case ErrorCode::OutOfOrderSample:
        return "out of order sample";
    case ErrorCode::DuplicateSample:
        return "duplicate sample for timestamp";
    case ErrorCode::OutOfBounds:
        return "out of bounds";
    case ErrorCode::InvalidUrl:
        return "not a usable URL: %1";
    case ErrorCode::ConnectionRefused:
        return "connection refused by %1";
    case ErrorCode::HostNotFound:
        return "host not found: %1";
    case ErrorCode::ScrapeTimedOut:
        return "no complete answer within %1";
    case ErrorCode::NetworkFailed:
        return "network error: %1";
    case ErrorCode::HttpStatus:
        return "server returned HTTP status %1";
    case ErrorCode::TooManyRedirects:
        return "stopped after %1 redirects";
    case ErrorCode::UnsupportedContentType:
        return "%1";
    case ErrorCode::BodyTooLarge:
        return "body size limit exceeded (%1)";
    case ErrorCode::DecompressionFailed:
        return "the compressed answer is damaged: invalid data";
    case ErrorCode::ContentTypeMissing:
        return "non-compliant scrape target sending blank Content-Type and no fallback_scrape_protocol "
               "specified for target";
    case ErrorCode::RedirectNotHttp:
        return "network error: redirected to something that is not HTTP";
    case ErrorCode::RedirectInsecure:
        return "network error: redirected from https to http";
    case ErrorCode::DecompressionHeaderInvalid:
        return "the compressed answer is damaged: incorrect header check";
    case ErrorCode::DecompressionIncomplete:
        return "the compressed answer is damaged: unexpected end";
    case ErrorCode::TlsFailed:
        return "TLS connection to %1 failed: %2";
    case ErrorCode::CertificateSelfSigned:
        return "the certificate of %1 is self-signed";
    case ErrorCode::CertificateUntrusted:
        return "the certificate of %1 comes from an authority that is not trusted here";
    case ErrorCode::CertificateExpired:
        return "the certificate of %1 has expired";
    case ErrorCode::CertificateNotYetValid:
        return "the certificate of %1 is not valid yet";
    case ErrorCode::CertificateRevoked:
        return "the certificate of %1 has been revoked";
    case ErrorCode::CertificateWrongHost:
        return "the certificate is not made out to %1";
    case ErrorCode::InvalidSeries:
        return "%1";
    case ErrorCode::SampleLimitExceeded:
        return "sample limit exceeded (%1)";
    case ErrorCode::FileUnreadable:
        return "cannot read %1: %2";
    case ErrorCode::Unsupported:
        return "not supported: %1";
    case ErrorCode::SeriesLimitExceeded:
        return "series limit exceeded (%1)";
    case ErrorCode::CommandFailed:
        return "the command %1 failed: %2";
    case ErrorCode::ClockSetBack:
        return "the clock was set back by %1: samples are refused until it has caught up";
    }
    return "%1";
}

std::string formatMessage(std::string_view messageTemplate, const std::vector<std::string> &arguments)
{
    std::string text;
    for (std::size_t i = 0; i < messageTemplate.size(); ++i) {
        const char next = i + 1 < messageTemplate.size() ? messageTemplate[i + 1] : '\0';
        const auto index = static_cast<std::size_t>(next - '1');
        if (messageTemplate[i] == '%' && next >= '1' && next <= '9' && index < arguments.size()) {
            text += arguments[index];
            ++i;
        } else {
            text += messageTemplate[i];
        }
    }
    return text;
}

std::string plainText(const Error &error)
{
    return formatMessage(messageTemplate(error.code), error.arguments);
}

} // namespace sightglass
