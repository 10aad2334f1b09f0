// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/smtpclient.h"

#include <array>

namespace sightglass::demo {

namespace {

/// A reply is one or more lines "250-text", the last "250 text" (RFC 5321, 4.2).
NetOutcome expectReply(DeadlineSocket &socket, std::string_view code)
{
    std::string line;
    do {
        if (const NetOutcome read = socket.readLine(line); read != NetOutcome::Ok)
            return read;
        if (!line.starts_with(code))
            return NetOutcome::Rejected;
    } while (line.size() > 3 && line[3] == '-');
    return NetOutcome::Ok;
}

/// A line of the text that begins with a dot gets another one (RFC 5321, 4.5.2); line ends become CRLF.
std::string transparent(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        if (line.starts_with('.'))
            result += '.';
        result.append(line).append("\r\n");
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return result;
}

} // namespace

NetOutcome sendMail(std::uint16_t port, const Mail &mail, TimePoint deadline, const StopSignal &stop)
{
    struct Step
    {
        std::string command;
        std::string_view reply;
    };
    const std::array steps{
        Step{"EHLO localhost\r\n", "250"},
        Step{"MAIL FROM:<observer@demo.invalid>\r\n", "250"},
        Step{"RCPT TO:<" + mail.recipient + ">\r\n", "250"},
        Step{"DATA\r\n", "354"},
        Step{"From: <observer@demo.invalid>\r\nTo: <" + mail.recipient + ">\r\nSubject: " + mail.subject +
                 "\r\n\r\n" + transparent(mail.text) + ".\r\n",
             "250"},
        Step{"QUIT\r\n", "221"},
    };
    DeadlineSocket socket(stop);
    socket.setDeadline(deadline);
    if (const NetOutcome connected = socket.connect(port); connected != NetOutcome::Ok)
        return connected;
    if (const NetOutcome greeted = expectReply(socket, "220"); greeted != NetOutcome::Ok)
        return greeted;
    for (const Step &step : steps) {
        if (const NetOutcome sent = socket.send(step.command); sent != NetOutcome::Ok)
            return sent;
        if (const NetOutcome answered = expectReply(socket, step.reply); answered != NetOutcome::Ok)
            return answered;
    }
    return NetOutcome::Ok;
}

} // namespace sightglass::demo
