// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/scrapeurl.h"

#include "model/scrape/maskedaddress.h"
#include "model/scrape/targetaddress.h"

#include <algorithm>
#include <string_view>

namespace sightglass {

namespace {

constexpr std::string_view unreserved = "-_.~";
constexpr std::string_view ofHosts = "!$&'()*+,;=:[]<>\"";
constexpr std::string_view ofPaths = "$&+,/:;=@";

bool isAlphanumeric(char c) noexcept
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Percent-encoded but for letters, digits, the unreserved characters and these.
std::string escaped(std::string_view text, std::string_view kept)
{
    static constexpr std::string_view hex = "0123456789ABCDEF";
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (isAlphanumeric(c) || unreserved.find(c) != std::string_view::npos ||
            kept.find(c) != std::string_view::npos)
            result += c;
        else
            result += {'%', hex[byte >> 4U], hex[byte & 15U]};
    }
    return result;
}

std::string escapedParameter(std::string_view text)
{
    std::string result = escaped(text, " ");
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
    return url.scheme + "://" + escaped(url.address, ofHosts) + (url.path.starts_with('/') ? "" : "/") +
           escaped(url.path, ofPaths);
}

} // namespace

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
