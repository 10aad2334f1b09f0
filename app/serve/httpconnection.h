// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/serve/outgoing.h"
#include "app/serve/requestreader.h"
#include "app/serve/serveoptions.h"

#include <QByteArray>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <cstdint>
#include <optional>

namespace sightglass {

/// One client: reads a request, tells it, is given the answer, sends it, and so on, one after the other
/// however many a client sends ahead. Everything has a deadline, and no more is read or held than
/// ServeLimits allow. Lives on the listener's thread.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    /// What a client would lose if we hung up, the least first.
    enum class Standing : unsigned char
    {
        Silent,    ///< has not sent a whole head since it came
        Idle,      ///< was answered, and has not sent the whole head of another request
        Sending,   ///< is in the middle of a body
        Lingering, ///< has been sent its last answer
        Served     ///< waits for an answer or is reading one
    };

    /// Takes the connected socket. `limits` outlives this.
    HttpConnection(std::uint64_t id, qintptr descriptor, const ServeLimits &limits, QObject *parent);
    ~HttpConnection() override;

    [[nodiscard]] std::uint64_t id() const noexcept { return m_id; }
    [[nodiscard]] Standing standing() const;
    /// The request that was told last.
    [[nodiscard]] const RequestReader &request() const noexcept { return *m_reader; }

    /// Answers that request.
    void respond(OutgoingResponse response);

    /// Ends the connection at once.
    void hangUp() { end(); }

    /// Bytes of the answer that the client has not taken yet.
    [[nodiscard]] std::size_t bytesHeld() const noexcept { return m_out.body.size(); }

signals:
    /// A whole request, or one that is refused (request().refusal()), waits for its answer.
    void requested(sightglass::HttpConnection *connection);
    /// The client was too slow: the connection is about to end.
    void gaveUp(sightglass::HttpConnection *connection);
    /// The end. Told once.
    void ended(sightglass::HttpConnection *connection);

private:
    enum class Phase : unsigned char
    {
        Reading,
        Answering, ///< somebody works on the answer
        Writing,
        Lingering, ///< all is said; what the client still sends is thrown away until it hangs up
        Ended
    };

    void onBytes();
    void readRequest();
    void pump();
    void onSent();
    void nextRequest();
    void linger();
    void onDeadline();
    void end();
    void within(std::int64_t ms);

    std::uint64_t m_id;
    const ServeLimits &m_limits;
    QTcpSocket m_socket;
    QTimer m_deadline;
    QByteArray m_in; ///< read from the socket, not yet by the reader
    std::optional<RequestReader> m_reader;
    OutgoingResponse m_out;
    std::size_t m_sent = 0; ///< of m_out.body
    std::size_t m_discarded = 0;
    bool m_timesRequest = true; ///< the deadline is the request's, not that of an idle connection
    bool m_wasAnswered = false;
    Phase m_phase = Phase::Reading;
};

} // namespace sightglass
