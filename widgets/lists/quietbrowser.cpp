// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lists/quietbrowser.h"

#include "widgets/lists/safehtml.h"

#include <QImage>

namespace sightglass {

QuietBrowser::QuietBrowser(QWidget *parent)
    : QTextBrowser(parent)
{
    setDocument(new QuietDocument(this));
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    setUndoRedoEnabled(false);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (isSafeLink(url))
            emit linkActivated(url);
    });
}

namespace {

/// Not nothing: that would have Qt go and look for itself.
QVariant emptyResource(int type)
{
    if (type != QTextDocument::ImageResource)
        return QByteArray("");
    QImage picture(1, 1, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    return picture;
}

} // namespace

QVariant QuietDocument::loadResource(int type, const QUrl &name)
{
    Q_UNUSED(name)
    return emptyResource(type);
}

QVariant QuietBrowser::loadResource(int type, const QUrl &name)
{
    Q_UNUSED(name)
    return emptyResource(type);
}

void QuietBrowser::doSetSource(const QUrl &name, QTextDocument::ResourceType type)
{
    Q_UNUSED(name)
    Q_UNUSED(type)
}

} // namespace sightglass
