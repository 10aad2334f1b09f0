// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <string>
#include <utility>
#include <vector>

namespace sightglass {

/// What Prometheus makes a target's URL of (scraping reference, section 2).
struct ScrapeUrl
{
    std::string scheme;
    std::string address; ///< __address__: host with or without port, nothing escaped
    std::string path;    ///< __metrics_path__, nothing escaped
    /// By name, with all their values.
    std::vector<std::pair<std::string, std::vector<std::string>>> parameters;
};

/// The URL as Go's net/url writes it, and so as Prometheus shows it as scrapeUrl: what is no character of a
/// URL's part is percent-encoded, a blank among the parameters is a plus. But what may be a secret
/// (isSecretParameter()) is "***".
[[nodiscard]] QString scrapeUrlText(const ScrapeUrl &url);

/// The same of an http address that was typed: its query stays in the order and the words of its author.
/// Other addresses as displayUrl() has them.
[[nodiscard]] QString scrapeUrlText(const QUrl &url);

/// Why Go's HTTP client cannot ask this address, in its words, with the URL in them; empty where it can. Such
/// a target of Prometheus is there and always down.
[[nodiscard]] std::string addressProblem(const ScrapeUrl &url);

} // namespace sightglass
