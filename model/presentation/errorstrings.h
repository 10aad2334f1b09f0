// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace sightglass {

/// The texts of messageTemplate() (parser/base/error.cpp), for lupdate, which does not look into parser/. A
/// test holds the two lists to each other. Texts that are only an argument ("%1") have nothing to translate.
inline constexpr const char *translatableErrors[] = {
    QT_TRANSLATE_NOOP("errors", "parse error: %1"),
    QT_TRANSLATE_NOOP("errors", "this is not HTTP: %1"),
    QT_TRANSLATE_NOOP("errors", "the first line of the HTTP message has more than %1 bytes"),
    QT_TRANSLATE_NOOP("errors", "HTTP version not supported: %1"),
    QT_TRANSLATE_NOOP("errors", "invalid HTTP header: %1"),
    QT_TRANSLATE_NOOP("errors", "HTTP headers of more than %1 bytes"),
    QT_TRANSLATE_NOOP("errors", "more than %1 HTTP headers"),
    QT_TRANSLATE_NOOP("errors", "invalid length of the HTTP body: %1"),
    QT_TRANSLATE_NOOP("errors", "HTTP transfer coding not supported: %1"),
    QT_TRANSLATE_NOOP("errors", "invalid chunk in the HTTP body: %1"),
    QT_TRANSLATE_NOOP("errors", "more than %1 interim HTTP answers"),
    QT_TRANSLATE_NOOP("errors", "network error: the connection was closed before the answer was complete"),
    QT_TRANSLATE_NOOP("errors", "query processing would load too many samples into memory in %1"),
    QT_TRANSLATE_NOOP("errors", "query timed out in %1"),
    QT_TRANSLATE_NOOP("errors", "query was canceled in %1"),
    QT_TRANSLATE_NOOP("errors", "out of order sample"),
    QT_TRANSLATE_NOOP("errors", "duplicate sample for timestamp"),
    QT_TRANSLATE_NOOP("errors", "out of bounds"),
    QT_TRANSLATE_NOOP("errors", "not a usable URL: %1"),
    QT_TRANSLATE_NOOP("errors", "connection refused by %1"),
    QT_TRANSLATE_NOOP("errors", "host not found: %1"),
    QT_TRANSLATE_NOOP("errors", "no complete answer within %1"),
    QT_TRANSLATE_NOOP("errors", "network error: %1"),
    QT_TRANSLATE_NOOP("errors", "server returned HTTP status %1"),
    QT_TRANSLATE_NOOP("errors", "stopped after %1 redirects"),
    QT_TRANSLATE_NOOP("errors", "body size limit exceeded (%1)"),
    QT_TRANSLATE_NOOP("errors", "the compressed answer is damaged: invalid data"),
    QT_TRANSLATE_NOOP("errors", "non-compliant scrape target sending blank Content-Type and no "
                                "fallback_scrape_protocol specified for target"),
    QT_TRANSLATE_NOOP("errors", "network error: redirected to something that is not HTTP"),
    QT_TRANSLATE_NOOP("errors", "network error: redirected from https to http"),
    QT_TRANSLATE_NOOP("errors", "the compressed answer is damaged: incorrect header check"),
    QT_TRANSLATE_NOOP("errors", "the compressed answer is damaged: unexpected end"),
    QT_TRANSLATE_NOOP("errors", "TLS connection to %1 failed: %2"),
    QT_TRANSLATE_NOOP("errors", "the certificate of %1 is self-signed"),
    QT_TRANSLATE_NOOP("errors", "the certificate of %1 comes from an authority that is not trusted here"),
    QT_TRANSLATE_NOOP("errors", "the certificate of %1 has expired"),
    QT_TRANSLATE_NOOP("errors", "the certificate of %1 is not valid yet"),
    QT_TRANSLATE_NOOP("errors", "the certificate of %1 has been revoked"),
    QT_TRANSLATE_NOOP("errors", "the certificate is not made out to %1"),
    QT_TRANSLATE_NOOP("errors", "sample limit exceeded (%1)"),
    QT_TRANSLATE_NOOP("errors", "cannot read %1: %2"),
    QT_TRANSLATE_NOOP("errors", "not supported: %1"),
    QT_TRANSLATE_NOOP("errors", "series limit exceeded (%1)"),
    QT_TRANSLATE_NOOP("errors", "the command %1 failed: %2"),
    QT_TRANSLATE_NOOP("errors", "the clock was set back by %1: samples are refused until it has caught up"),
};

} // namespace sightglass
