// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/bodyreceiver.h"

#include <utility>

namespace sightglass {

BodyCoding bodyCodingOf(std::string_view contentEncoding) noexcept
{
    if (contentEncoding == "gzip")
        return BodyCoding::Gzip;
    return contentEncoding == "zstd" ? BodyCoding::Zstd : BodyCoding::Plain;
}

Error bodyTooLarge(std::size_t limit)
{
    constexpr std::size_t mib = std::size_t{1} << 20U;
    const std::string text =
        limit % mib == 0 ? std::to_string(limit / mib) + " MiB" : std::to_string(limit) + " B";
    return Error{ErrorCode::BodyTooLarge, {text}, {}, {}};
}

BodyReceiver::BodyReceiver(BodyCoding coding, std::size_t limit, std::string buffer)
    : m_gzip(coding == BodyCoding::Gzip ? std::make_unique<GzipStream>() : nullptr)
    , m_zstd(coding == BodyCoding::Zstd ? std::make_unique<ZstdStream>() : nullptr)
    , m_limit(limit)
    , m_body(std::move(buffer))
{
    m_body.clear();
}

Status BodyReceiver::receive(std::string_view piece)
{
    if (m_gzip)
        return m_gzip->feed(piece, m_body, m_limit);
    if (m_zstd)
        return m_zstd->feed(piece, m_body, m_limit);
    if (m_limit > 0 && m_body.size() + piece.size() >= m_limit)
        return bodyTooLarge(m_limit);
    m_body.append(piece);
    return Done{};
}

Status BodyReceiver::finish() const
{
    if (m_gzip)
        return m_gzip->finish();
    return m_zstd ? m_zstd->finish() : Status(Done{});
}

BodyCoding codingByMagic(std::string_view bytes) noexcept
{
    if (bytes.starts_with("\x1F\x8B"))
        return BodyCoding::Gzip;
    return bytes.starts_with("\x28\xB5\x2F\xFD") ? BodyCoding::Zstd : BodyCoding::Plain;
}

Result<std::string> unpackedBody(BodyCoding coding, std::string_view bytes, std::size_t limit)
{
    BodyReceiver receiver(coding, limit);
    if (const Status status = receiver.receive(bytes); !status)
        return status.error();
    if (const Status status = receiver.finish(); !status)
        return status.error();
    return receiver.takeBody();
}

} // namespace sightglass
