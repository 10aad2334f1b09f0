// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>
#include <QTextDocument>

namespace sightglass {

/// A document that loads nothing: of itself, Qt's reads pictures from the disk, also where its view does not.
class QuietDocument : public QTextDocument
{
    Q_OBJECT

public:
    using QTextDocument::QTextDocument;

protected:
    /// An empty picture, whatever is asked for.
    QVariant loadResource(int type, const QUrl &name) override;
};

/// Shows formatted text that others wrote: loads nothing from network or disk, goes nowhere by itself, and
/// tells of links that may be opened.
class QuietBrowser : public QTextBrowser
{
    Q_OBJECT

public:
    explicit QuietBrowser(QWidget *parent = nullptr);

    /// As the document's.
    QVariant loadResource(int type, const QUrl &name) override;

signals:
    /// An absolute http, https or mailto address was clicked.
    void linkActivated(const QUrl &url);

protected:
    void doSetSource(const QUrl &name, QTextDocument::ResourceType type) override;
};

} // namespace sightglass
