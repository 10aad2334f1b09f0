// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace sightglass {

/// The texts of lossTexts() (parser/config), for lupdate, which does not look there. A test holds the two
/// lists to each other.
inline constexpr const char *translatableLosses[] = {
    QT_TRANSLATE_NOOP("config", "alerts are not sent to Alertmanagers"),
    QT_TRANSLATE_NOOP("config", "it tunes a Prometheus server's runtime"),
    QT_TRANSLATE_NOOP(
        "config", "it configures a Prometheus server's storage; how long data is kept is set in the program"),
    QT_TRANSLATE_NOOP("config", "no traces are sent"),
    QT_TRANSLATE_NOOP("config", "samples are not sent on"),
    QT_TRANSLATE_NOOP("config", "queries see the samples kept here only"),
    QT_TRANSLATE_NOOP("config", "no samples are received by OTLP"),
    QT_TRANSLATE_NOOP("config", "queries are not logged to a file"),
    QT_TRANSLATE_NOOP("config", "failed scrapes are not logged to a file"),
    QT_TRANSLATE_NOOP("config", "targets that %1 discovery would find are not scraped"),
    QT_TRANSLATE_NOOP("config", "the environment variable %1 is empty or not set"),
    QT_TRANSLATE_NOOP("config", "there is no secret manager to ask for it"),
    QT_TRANSLATE_NOOP("config", "no protocols are negotiated in the TLS handshake"),
    QT_TRANSLATE_NOOP("config", "tokens are asked for by client credentials only"),
    QT_TRANSLATE_NOOP("config", "requests are sent over HTTP/1.1, not HTTP/2"),
    QT_TRANSLATE_NOOP(
        "config",
        "nothing is asked through a %1 proxy, only through http and https ones: every request fails"),
};

} // namespace sightglass
