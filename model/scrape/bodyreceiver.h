// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/gzipstream.h"
#include "model/scrape/zstdstream.h"
#include "parser/base/result.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace sightglass {

/// How a body is packed: gzip is unpacked as Prometheus does (exposition reference, section 0.3), and zstd,
/// which we ask for too; any other encoding is read as it is.
enum class BodyCoding : unsigned char
{
    Plain,
    Gzip,
    Zstd
};

/// BodyCoding::Gzip for exactly "gzip", Zstd for exactly "zstd".
[[nodiscard]] BodyCoding bodyCodingOf(std::string_view contentEncoding) noexcept;

/// How bytes are packed, told by the first of them.
[[nodiscard]] BodyCoding codingByMagic(std::string_view bytes) noexcept;

/// A whole body, unpacked. BodyTooLarge, Decompression….
[[nodiscard]] Result<std::string> unpackedBody(BodyCoding coding, std::string_view bytes, std::size_t limit);

/// The BodyTooLarge error of this limit in bytes.
[[nodiscard]] Error bodyTooLarge(std::size_t limit);

/// Takes a body as it comes in, unpacks it, and stops at its limit of unpacked bytes.
class BodyReceiver
{
public:
    /// `buffer` lends its memory, so that the next scrape does not allocate again; its content is dropped.
    /// limit 0: none.
    BodyReceiver(BodyCoding coding, std::size_t limit, std::string buffer = {});

    /// BodyTooLarge and errors of GzipStream::feed() and ZstdStream::feed().
    Status receive(std::string_view piece);

    /// After the last piece: DecompressionIncomplete where the end is missing.
    [[nodiscard]] Status finish() const;

    [[nodiscard]] const std::string &body() const noexcept { return m_body; }
    [[nodiscard]] std::string takeBody() noexcept { return std::move(m_body); }

private:
    std::unique_ptr<GzipStream> m_gzip; ///< null: not gzip
    std::unique_ptr<ZstdStream> m_zstd; ///< null: not zstd
    std::size_t m_limit;
    std::string m_body;
};

} // namespace sightglass
