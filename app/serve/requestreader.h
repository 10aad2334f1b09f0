// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/serve/serveoptions.h"
#include "parser/http/bodyframing.h"
#include "parser/http/chunkeddecoder.h"
#include "parser/http/headreader.h"

#include <optional>
#include <string>
#include <string_view>

namespace sightglass {

/// Reads one HTTP request out of bytes that come in pieces of any size, and holds no more of it than the
/// limits allow. Knows no socket.
class RequestReader
{
public:
    enum class State : unsigned char
    {
        Reading,
        Complete,
        Refused ///< refusal() says with which status
    };

    explicit RequestReader(const ServeLimits &limits);

    /// Takes bytes from the front; what is left of a complete request's bytes belongs to the next one.
    State read(std::string_view &bytes);

    [[nodiscard]] bool begun() const noexcept { return m_head.begun(); }
    [[nodiscard]] bool headComplete() const noexcept { return m_head.complete(); }
    [[nodiscard]] const http::RequestHead &head() const noexcept { return m_head.head(); }
    [[nodiscard]] const std::string &body() const noexcept { return m_body; }
    [[nodiscard]] int refusal() const noexcept { return m_refusal; }

    /// True once, where the client waits to be told that its body is welcome (RFC 9110, 10.1.1).
    [[nodiscard]] bool takeExpectation() noexcept;

    /// Whether another request may follow on the connection.
    [[nodiscard]] bool keepsConnection() const;

private:
    State refuse(int status);
    State beginBody();
    State readBody(std::string_view &bytes);
    State readChunks(std::string_view &bytes);

    std::size_t m_bodyLimit;
    http::RequestHeadReader m_head;
    http::BodyFraming m_framing;
    std::optional<http::ChunkedDecoder> m_chunks;
    std::string m_body;
    State m_state = State::Reading;
    bool m_expectsContinue = false;
    int m_refusal = 0;
};

} // namespace sightglass
