// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/ruleset.h"
#include "parser/base/durationtext.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace sightglass {

namespace {

constexpr DiagnosticSeverity rejected = DiagnosticSeverity::Rejected;
constexpr DiagnosticSeverity wrong = DiagnosticSeverity::Wrong;
constexpr DiagnosticSeverity advice = DiagnosticSeverity::Advice;

constexpr std::string_view failed = "The scrape fails: up is 0, and all series of the endpoint end.";

/// The message is the error's own.
constexpr FindingRule failure(std::string_view id, std::string_view remedy)
{
    return {id, rejected, "%1", failed, remedy};
}

constexpr FindingRule statusCode =
    failure("http-status", "Only 200 is a page: look at path, credentials and the service's log.");
// The error has Prometheus' words; these tell what they mean.
constexpr FindingRule noContentType{
    "content-type-missing", rejected, "not a metrics page: the answer has no Content-Type", failed,
    "Send Content-Type: text/plain; version=0.0.4, or set fallback_scrape_protocol."};
constexpr FindingRule wrongContentType{
    "content-type-unsupported", rejected, "not a metrics page: the answer has content type \"%1\"", failed,
    "Send the Content-Type of an exposition format, or set fallback_scrape_protocol; is it the right path?"};
constexpr FindingRule tooLarge = failure("body-too-large", "Raise body_size_limit, or expose less.");
constexpr FindingRule tooSlow =
    failure("scrape-timeout", "Raise scrape_timeout, or make the endpoint collect faster.");
constexpr FindingRule badPacking =
    failure("compression-broken", "Send what Content-Encoding says, complete.");
constexpr FindingRule unreachable =
    failure("unreachable", "Look at address, port and whether the service runs.");
constexpr FindingRule badTls =
    failure("tls-failed", "Look at the service's certificate, its name and dates, and at tls_config.");
constexpr FindingRule badHttp =
    failure("http-invalid", "Look at the port: what answers there does not speak HTTP as it should.");
constexpr FindingRule redirected =
    failure("redirect-refused", "Scrape the address at which the redirects end.");
constexpr FindingRule badUrl = failure("url-unusable", "Correct the address that is named.");
constexpr FindingRule badSetting =
    failure("setting-refused", "Change the setting that is named: the service was not even asked.");
constexpr FindingRule unreadable =
    failure("file-unreadable", "Look at what is named: whether it is there, and who may read it.");
constexpr FindingRule commandFailed =
    failure("command-failed", "Run the command by hand and look at what it says.");
constexpr FindingRule otherFailure = failure("scrape-failed", "Look at what the message names.");
constexpr FindingRule overLimit = failure("scrape-limit", "Raise the limit that is named, or expose less.");
constexpr FindingRule clockSetBack =
    failure("clock-set-back", "Wait, or let the clock of this machine be set by NTP.");
constexpr FindingRule slowScrape{"scrape-slow", wrong, "the scrape took %1 of the %2 that it may take",
                                 "A little more load and the scrape fails: up is 0.",
                                 "Raise scrape_timeout, or make the endpoint collect faster."};
constexpr FindingRule jitter{"scrape-jitter", advice, "scrapes took between %1 and %2",
                             "Prometheus gives samples the time at which the scrape began.",
                             "Collect in the background rather than while the page is asked for."};
constexpr FindingRule notPacked{"not-compressed", advice,
                                "%1 bytes came as they are, although gzip was offered",
                                "Prometheus reads both; text packs to about a tenth.",
                                "Switch on gzip in the client library or the proxy."};
constexpr FindingRule otherEncoding{
    "content-encoding-unsupported", rejected,
    "the body came with Content-Encoding: %1, which was not asked for",
    "Prometheus unpacks gzip alone, in lower case; anything else it reads as it is, and refuses: up is 0.",
    "Send gzip or no encoding, as Accept-Encoding asks: look at the service and at proxies before it."};
constexpr FindingRule falseEncoding{
    "content-encoding-false", wrong, "Content-Encoding says %1, but the page is not packed",
    "Prometheus takes it: it unpacks gzip alone and reads anything else as it is. Other readers refuse it.",
    "Leave Content-Encoding out."};
constexpr FindingRule nearLimit{"body-near-limit", wrong, "the page has %1 of the %2 bytes that it may have",
                                "A little more and the scrape fails: up is 0.",
                                "Raise body_size_limit, or expose less."};

const FindingRule &ruleOf(ErrorCode code)
{
    using enum ErrorCode;
    static constexpr std::array<std::pair<ErrorCode, const FindingRule *>, 41> byCode = {{
        {HttpStatus, &statusCode},
        {ContentTypeMissing, &noContentType},
        {UnsupportedContentType, &wrongContentType},
        {BodyTooLarge, &tooLarge},
        {ScrapeTimedOut, &tooSlow},
        {DecompressionFailed, &badPacking},
        {DecompressionHeaderInvalid, &badPacking},
        {DecompressionIncomplete, &badPacking},
        {ConnectionRefused, &unreachable},
        {HostNotFound, &unreachable},
        {NetworkFailed, &unreachable},
        {ConnectionClosed, &unreachable},
        {TlsFailed, &badTls},
        {CertificateSelfSigned, &badTls},
        {CertificateUntrusted, &badTls},
        {CertificateExpired, &badTls},
        {CertificateNotYetValid, &badTls},
        {CertificateRevoked, &badTls},
        {CertificateWrongHost, &badTls},
        {HttpStartLineInvalid, &badHttp},
        {HttpStartLineTooLong, &badHttp},
        {HttpVersionUnsupported, &badHttp},
        {HttpFieldInvalid, &badHttp},
        {HttpHeadTooLarge, &badHttp},
        {HttpTooManyFields, &badHttp},
        {HttpLengthInvalid, &badHttp},
        {HttpCodingUnsupported, &badHttp},
        {HttpChunkInvalid, &badHttp},
        {HttpTooManyInterimAnswers, &badHttp},
        {TooManyRedirects, &redirected},
        {RedirectNotHttp, &redirected},
        {RedirectInsecure, &redirected},
        {InvalidUrl, &badUrl},
        {ConfigValue, &badSetting},
        {ConfigSyntax, &badSetting},
        {Unsupported, &badSetting},
        {FileUnreadable, &unreadable},
        {CommandFailed, &commandFailed},
        {SampleLimitExceeded, &overLimit},
        {SeriesLimitExceeded, &overLimit},
        {ClockSetBack, &clockSetBack},
    }};
    const auto found =
        std::find_if(byCode.begin(), byCode.end(), [code](const auto &each) { return each.first == code; });
    return found == byCode.end() ? otherFailure : *found->second;
}

void checkError(const Examination &in, FindingSink &sink)
{
    if (!in.facts.error)
        return;
    const Error &error = *in.facts.error;
    const bool hasHeader = error.code == ErrorCode::UnsupportedContentType && !error.arguments.empty();
    sink.report(ruleOf(error.code), {}, {hasHeader ? error.arguments.back() : plainText(error)});
}

void checkDuration(const Examination &in, FindingSink &sink)
{
    if (in.facts.error || !in.facts.durationMs || !in.facts.timeoutMs)
        return;
    if (*in.facts.durationMs * 5 > *in.facts.timeoutMs * 4)
        sink.report(slowScrape, {},
                    {formatDurationMs(*in.facts.durationMs), formatDurationMs(*in.facts.timeoutMs)});
}

void checkJitter(const Examination &in, FindingSink &sink)
{
    static constexpr std::size_t fewest = 5;
    static constexpr std::int64_t leastMs = 100;
    const auto &durations = in.facts.earlierDurationsMs;
    if (durations.size() < fewest)
        return;
    const auto [shortest, longest] = std::minmax_element(durations.begin(), durations.end());
    if (*longest - *shortest > leastMs && *longest > *shortest * 5)
        sink.report(jitter, {}, {formatDurationMs(*shortest), formatDurationMs(*longest)});
}

void checkCompression(const Examination &in, FindingSink &sink)
{
    static constexpr std::size_t worthIt = 10'000;
    if (isPackedOtherwise(in.facts) && !in.page.body.empty())
        return sink.report(in.page.syntaxErrors.empty() ? falseEncoding : otherEncoding, {},
                           {in.facts.contentEncoding});
    if (in.facts.compression == BodyCompression::Refused && in.page.body.size() > worthIt)
        sink.report(notPacked, {}, {std::to_string(in.page.body.size())});
}

void checkSize(const Examination &in, FindingSink &sink)
{
    if (in.facts.bodySizeLimit && *in.facts.bodySizeLimit > 0 &&
        in.page.body.size() > *in.facts.bodySizeLimit / 5 * 4)
        sink.report(nearLimit, {},
                    {std::to_string(in.page.body.size()), std::to_string(*in.facts.bodySizeLimit)});
}

constexpr std::array rules = {
    &statusCode,  &noContentType, &wrongContentType, &tooLarge,      &tooSlow,      &badPacking,
    &unreachable, &badTls,        &badHttp,          &redirected,    &badUrl,       &badSetting,
    &unreadable,  &commandFailed, &otherFailure,     &overLimit,     &clockSetBack, &slowScrape,
    &jitter,      &notPacked,     &otherEncoding,    &falseEncoding, &nearLimit};
constexpr std::array<PageCheck, 5> pageChecks = {checkError, checkDuration, checkJitter, checkCompression,
                                                 checkSize};

} // namespace

RuleSet scrapeRules()
{
    return {rules, pageChecks, {}};
}

} // namespace sightglass
