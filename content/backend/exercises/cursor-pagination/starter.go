package exercise

import "errors"

// ErrBadLimit and ErrBadCursor are the caller's mistakes; the HTTP layer
// answers 400.
var (
	ErrBadLimit  = errors.New("bad limit")
	ErrBadCursor = errors.New("bad cursor")
)

// Page is what Feed.Page returns.
type Page struct {
	IDs        []string
	NextCursor string
}

// Feed is a feed of posts, newest first, read in pages.
//
// The order is (createdAt, id), both descending. createdAt is a whole number
// of milliseconds, 0 or more, at most 15 digits; several posts may share it.
// id is unique printable ASCII text, compared as text; it may hold colons.
//
// A cursor is the position of the last post of a page: the text
// "v1:<createdAt>:<id>" as base64url without padding. Clients treat it as
// opaque; every instance of the service must read every other's.
//
// All methods may be called from several goroutines at once.
type Feed struct {
	maxLimit int
}

// NewFeed returns an empty feed; maxLimit is the largest page, at least 1.
func NewFeed(maxLimit int) *Feed {
	return &Feed{maxLimit: maxLimit}
}

// Add adds a post.
func (f *Feed) Add(id string, createdAt int64) {
	panic("not implemented")
}

// Remove removes a post and says whether it was there.
func (f *Feed) Remove(id string) bool {
	panic("not implemented")
}

// Page returns one page: at most limit ids that stand behind the position
// of cursor ("" is the start). NextCursor is "" when no post stands behind
// this page.
//
// A post that is in the feed from the first page to the last is returned
// exactly once, whatever is added or removed in between; so a cursor works
// also when its post is gone.
//
// A limit above maxLimit counts as maxLimit. One below 1 returns
// ErrBadLimit; a cursor that this encoding cannot have made returns
// ErrBadCursor. O(log n + limit).
func (f *Feed) Page(limit int, cursor string) (Page, error) {
	panic("not implemented")
}
