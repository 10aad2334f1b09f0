// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/scrapeurl.h"

#include "model/scrape/maskedaddress.h"
#include "model/scrape/targetaddress.h"
#include "parser/base/percentencoding.h"
#include "parser/base/quoting.h"

#include <algorithm>
#include <string_view>

namespace sightglass {

namespace {

constexpr std::string_view ofHosts = "!$&'()*+,;=:[]<>\"";
constexpr std::string_view ofPaths = "$&+,/:;=@";

std::string escapedParameter(std::string_view text)
{
    std::string result = percentEncoded(text, " ");
    std::replace(result.begin(), result.end(), ' ', '+');
    return result;
}

std::string queryOf(const ScrapeUrl &url)
{
    auto parameters = url.parameters;
    std::stable_sort(parameters.begin(), parameters.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    std::string query;
    for (const auto &[name, values] : parameters) {
        const bool isSecret = isSecretParameter(QString::fromStdString(name));
        for (const std::string &value : values)
            query += (query.empty() ? "" : "&") + escapedParameter(name) + '=' +
                     (isSecret ? "***" : escapedParameter(value));
    }
    return query;
}

std::string beginningOf(const ScrapeUrl &url)
{
    return url.scheme + "://" + percentEncoded(url.address, ofHosts) +
           (url.path.starts_with('/') ? "" : "/") + percentEncoded(url.path, ofPaths);
}

/// What net/url says of the host in the URL that it has written itself.
std::string hostProblem(std::string_view address)
{
    const std::size_t bracket = address.starts_with('[') ? address.rfind(']') : 0;
    if (bracket == std::string_view::npos)
        return "missing ']' in host";
    const std::size_t colon = bracket > 0 ? bracket + 1 : std::min(address.rfind(':'), address.size());
    const std::string_view port = address.substr(colon);
    if (!port.empty() &&
        (port.front() != ':' || port.find_first_not_of("0123456789", 1) != std::string_view::npos))
        return "invalid port " + goQuoted(port) + " after host";
    const std::string text = percentEncoded(address, ofHosts);
    for (std::size_t at = text.find('%'); at != std::string::npos; at = text.find('%', at + 1)) {
        // Bytes of other letters may be escaped, and the percent sign.
        if (text[at + 1] < '8' && text.compare(at, 3, "%25") != 0)
            return "invalid URL escape " + goQuoted(text.substr(at, 3));
    }
    return {};
}

/// What net says of it when it is to be connected to.
std::string dialProblem(std::string_view address)
{
    constexpr unsigned long highestPort = 65535;
    const bool isBracketed = address.starts_with('[');
    if (!isBracketed && std::count(address.begin(), address.end(), ':') > 1)
        return "dial tcp: address " + std::string(address) + ": too many colons in address";
    const std::size_t colon = address.rfind(':');
    if (colon == std::string_view::npos || (isBracketed && address.ends_with(']')))
        return {};
    const std::string port(address.substr(colon + 1));
    if (port.size() > 9 || (!port.empty() && std::stoul(port) > highestPort))
        return "dial tcp: address " + port + ": invalid port";
    return {};
}

} // namespace

std::string addressProblem(const ScrapeUrl &url)
{
    const std::string shown = goQuoted(scrapeUrlText(url).toStdString());
    if (const std::string problem = hostProblem(url.address); !problem.empty())
        return "parse " + shown + ": " + problem;
    if (const std::string problem = dialProblem(url.address); !problem.empty())
        return "Get " + shown + ": " + problem;
    return {};
}

QString scrapeUrlText(const ScrapeUrl &url)
{
    const std::string query = queryOf(url);
    return QString::fromStdString(beginningOf(url) + (query.empty() ? "" : "?" + query));
}

QString scrapeUrlText(const QUrl &url)
{
    if (targetKind(url) != TargetKind::Http)
        return displayUrl(url);
    const QString beginning = QString::fromStdString(beginningOf({url.scheme().toStdString(),
                                                                  targetAddress(url).toStdString(),
                                                                  url.path(QUrl::FullyDecoded).toStdString(),
                                                                  {}}));
    return url.hasQuery() ? beginning + QLatin1Char('?') + maskedQuery(url.query(QUrl::FullyEncoded))
                          : beginning;
}

} // namespace sightglass
