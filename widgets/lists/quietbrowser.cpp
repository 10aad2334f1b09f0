// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lists/quietbrowser.h"

#include "widgets/lists/safehtml.h"

namespace sightglass {

QuietBrowser::QuietBrowser(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    setUndoRedoEnabled(false);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (isSafeLink(url))
            emit linkActivated(url);
    });
}

QVariant QuietBrowser::loadResource(int type, const QUrl &name)
{
    Q_UNUSED(type)
    Q_UNUSED(name)
    return {};
}

void QuietBrowser::doSetSource(const QUrl &name, QTextDocument::ResourceType type)
{
    Q_UNUSED(name)
    Q_UNUSED(type)
}

} // namespace sightglass
