// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace sightglass {

/// What came over HTTP instead of a page: an answer that no scrape reads, kept for whoever asks why. All text
/// is hostile; what we sent to authenticate us is masked in it.
struct RefusedAnswer
{
    int status = 0;
    std::string statusText;  ///< "401 Unauthorized", the server's words, at most about 100 characters of them
    std::string contentType; ///< as sent, at most 1,024 bytes; empty: none
    std::string challenge;   ///< WWW-Authenticate as sent, at most 1,024 bytes; empty: none
    std::string body;        ///< unpacked as far as that went; its beginning where !isWhole
    bool isWhole = false;    ///< body is all of it
};

} // namespace sightglass
