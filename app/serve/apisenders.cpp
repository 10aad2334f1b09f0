// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/apisenders.h"

#include "parser/base/error.h"

namespace sightglass {
namespace {

ApiSender::Kind kindOf(ShownSender::Kind kind)
{
    switch (kind) {
    case ShownSender::Kind::Alertmanager:
        return ApiSender::Kind::Alertmanager;
    case ShownSender::Kind::Webhook:
        return ApiSender::Kind::Webhook;
    case ShownSender::Kind::Command:
        break;
    }
    return ApiSender::Kind::Command;
}

} // namespace

std::vector<ApiSender> apiSenders(const std::vector<ShownSender> &senders)
{
    std::vector<ApiSender> shown;
    for (const ShownSender &sender : senders) {
        const SenderStatus &status = sender.status;
        shown.push_back({kindOf(sender.kind), sender.name.toStdString(), status.sent, status.failed,
                         status.dropped, status.waiting,
                         status.lastError ? plainText(*status.lastError) : std::string()});
    }
    return shown;
}

} // namespace sightglass
