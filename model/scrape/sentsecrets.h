// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// What a request carried to authenticate us, so that an answer which repeats it can be shown without it.
class SentSecrets
{
public:
    /// Of fewer bytes they stay: they would be found in every text.
    static constexpr std::size_t shortest = 4;

    void clear() { m_texts.clear(); }
    /// The text, and as it stands in the query of a URL. Not what is too long for a header.
    void add(std::string_view text);
    /// What is behind the scheme of "Basic …", "Bearer …".
    void addCredentials(std::string_view value);

    /// With "***" for each of them, and for the beginning of one in which the text ends.
    [[nodiscard]] std::string takenOutOf(std::string text) const;

private:
    void addOne(std::string text);

    std::vector<std::string> m_texts; ///< longest first, each once
};

} // namespace sightglass
